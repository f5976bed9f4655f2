"""The core: values, days, text, figures."""
