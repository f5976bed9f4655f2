"""What screens are made of. A widget is given what it shows and says what was done to it; it knows no diary."""
