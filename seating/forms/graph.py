"""The neighbourhood of a layout as a graph (邻座关系图)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seating.facts.venue import Layout

if TYPE_CHECKING:
    import networkx as nx


def graph(layout: Layout) -> nx.MultiDiGraph:
    """Return places as nodes (attribute ``place``) and relations as edges.

    The edge's key and its attribute ``relation`` name the relation.  ``beside`` and
    ``opposite`` run both ways; ``behind`` runs from the rear place to the one in front.
    """
    import networkx as nx

    found = nx.MultiDiGraph(form=layout.form)
    for place in layout.places:
        found.add_node(place.id, place=place)
    for link in layout.links:
        found.add_edge(link.a, link.b, key=link.relation, relation=link.relation)
        if link.relation != "behind":
            found.add_edge(link.b, link.a, key=link.relation, relation=link.relation)
    return found
