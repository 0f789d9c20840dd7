"""Seating forms (座次形式): one module for each, found by :mod:`seating.forms.registry`.

A form turns a number of people and a convention into places in millimetres, an order of
honour, neighbours and things to draw.  It knows no names and no rules.
"""
