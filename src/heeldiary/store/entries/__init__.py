"""What is read and changed of entries beyond logging: tags, sore areas, notes, short ids."""
