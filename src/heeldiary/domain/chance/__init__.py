"""What chance alone does to a diary, so that nothing is told that chance explains as well. Alone knows numpy."""
