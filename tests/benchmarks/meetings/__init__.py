"""The meeting-scheduling instances: reader, recipe, independent scorer and table."""
