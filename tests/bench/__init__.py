"""What takes how long, as ratios within one run. `make bench` prints it; nothing here is a test with a time in it."""
