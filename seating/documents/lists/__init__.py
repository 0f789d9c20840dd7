"""What the lists share: the event's own keys, people in order, ruled pages, labels."""
