"""The only importer of OR-Tools: rules posted to CP-SAT, level by level (求解)."""
