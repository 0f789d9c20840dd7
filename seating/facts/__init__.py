"""The frozen vocabulary that every other floor shares; imports nothing of ours."""
