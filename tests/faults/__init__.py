"""What must not go wrong: kills, full disks, damaged files, several writers."""
