"""What a handbook is put together from: cover, contents, running text, gathered documents."""
