"""English sentences call people by their English names; Chinese ones by the Chinese."""

from __future__ import annotations

import dataclasses
import random

import pytest
from smallrules import MAKERS
from smallworld import placements, random_scene

from seating.checking.verify import verify
from seating.facts.plan import Placing
from seating.facts.rule import Scene


def named(scene: Scene) -> Scene:
    """Give everybody a Chinese name and an English one."""
    people = tuple(
        dataclasses.replace(p, name=f"张{p.id}", name_en=f"Zhang {p.id.upper()}")
        for p in scene.people
    )
    return dataclasses.replace(scene, people=people)


@pytest.mark.parametrize("kind", sorted(MAKERS))
def test_findings_and_sentences_of_every_kind(kind: str) -> None:
    for seed in range(6):
        rng = random.Random(f"{kind} {seed}")
        scene = named(random_scene(rng, 4))
        made = MAKERS[kind](rng, scene)
        said = [made.sentence(scene)]
        for places in list(placements(scene))[:20]:
            placing = Placing(sitting="s", places=places)
            said += [bite.sentence for bite in made.check(scene, placing)]
        for text in said:
            assert "张" not in text.en
            assert "Zhang" not in text.zh


def test_what_is_wrong_with_a_plan_itself() -> None:
    scene = named(random_scene(random.Random(2), 4))
    nobody = Placing(sitting="s", places={})
    (first, *_) = verify(scene, (), nobody).structure
    assert first.sentence.zh.startswith("张")
    assert first.sentence.en.startswith("Zhang")


def test_a_person_with_one_name_has_it_in_both() -> None:
    person = random_scene(random.Random(1), 3).people[0]
    assert person.called.zh == person.called.en == person.name
