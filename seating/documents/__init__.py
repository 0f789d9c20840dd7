"""Printed documents (印制文书): every file printed is drawn from a ``Book`` and nothing else.

A module of this folder that has a ``NAME`` is a document (see ``registry``); the others are
the house style that documents are drawn with (start reading at ``house``).  ReportLab is
imported by ``embed`` alone, and only when a file is about to be written.
"""
