"""Everyday words for the usual kinds of care and activity; imported for refusals and hints alone."""

CARE_WORDS: dict[str, str] = {
    "physio": "physiotherapy",
    **dict.fromkeys(("stretch", "stretches"), "stretching"),
    **dict.fromkeys(("exercise", "exercises"), "strengthening"),
    **dict.fromkeys(("splint", "nightsplint"), "night-splint"),
    **dict.fromkeys(("shoe", "shoes"), "footwear"),
    **dict.fromkeys(("insole", "orthotics"), "insoles"),
    **dict.fromkeys(("meds", "pill", "pills", "painkiller", "painkillers"), "medicine"),
    **dict.fromkeys(("tape", "taped", "tapes"), "taping"),
    **dict.fromkeys(("icing", "iced"), "ice"),
}
"""The kind of care that a word means."""

ACTIVITY_WORDS: dict[str, str] = {
    **dict.fromkeys(("walk", "walks", "walked"), "walking"),
    **dict.fromkeys(("run", "runs", "ran", "jog", "jogs", "jogging", "jogged"), "running"),
    **dict.fromkeys(("stand", "stands", "stood"), "standing"),
    **dict.fromkeys(("hike", "hikes", "hiked"), "hiking"),
    **dict.fromkeys(("bike", "bikes", "biked", "biking", "bicycle", "cycle", "cycled"), "cycling"),
}
"""The kind of activity that a word means."""

MEDICINES = (
    "ibuprofen", "paracetamol", "acetaminophen", "naproxen", "diclofenac", "aspirin", "voltaren", "tylenol", "advil",
)  # fmt: skip
"""Names of medicines: they go into the note of care of the kind medicine."""

OTHER_TYPES = {**dict.fromkeys(("sit", "sat", "sitting"), "sit"), **dict.fromkeys(("massage", "rub"), "massage")}
"""Words for what is no kind but a type of entry, and its short form."""

VISITED = ("doctor", "clinic", "podiatrist", "chiropractor", "osteopath")
"""Whom a person sees: kinds of care of one's own."""

TAKING = ("take", "took", "taken", "taking")
"""Words before a medicine."""

STOPPING = ("stop", "stops", "stopped")
"""Words for the end of care that lasts: none of them is a typing error of `steps`."""

MASSAGED = ("massaged", "massaging", "rubbed")
"""Words for what was done with the hands."""

DOING = (
    "visit", "visited", "saw", "see", "wore", "wear", "wearing", "did", "do", "done", "had", "went", "used", "my",
)  # fmt: skip
"""Words that may stand before what is logged."""
