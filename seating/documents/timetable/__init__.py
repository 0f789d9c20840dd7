"""What the documents of booked meetings have in common: the week, its words, time to scale."""
