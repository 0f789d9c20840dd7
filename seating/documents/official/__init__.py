"""Official documents laid out by GB/T 9704-2012, whatever they say (公文版式)."""
