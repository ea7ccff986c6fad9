"""What the synthetic directory says: as long and as plain as real records are. None of it is a fact."""

TOWNS = (
    "Ashford", "Bexley", "Carrow", "Denby", "Elmstead", "Fernhill", "Garston", "Hexley", "Irlam", "Jarrow", "Kelby",
    "Langley", "Marden", "Norbury", "Otley", "Penwick", "Quorn", "Redmarsh", "Selby", "Thornton", "Upley", "Vernham",
    "Wexford", "Yarwell",
)  # fmt: skip

SURNAMES = (
    "Ackroyd", "Barlow", "Chadwick", "Dawson", "Entwistle", "Fothergill", "Greenwood", "Holroyd", "Ibbotson", "Kershaw",
    "Lockwood", "Moorhouse", "Naylor", "Ogden", "Priestley", "Ramsden", "Sutcliffe", "Thackray", "Uttley", "Wadsworth",
)  # fmt: skip

SUMMARIES = (
    "Free, private help after any crime, whether or not you tell the police.",
    "A trained person listens, explains what can happen next, and stays beside you.",
    "Help to feel safe again, at your own pace. You do not have to give your name.",
    "Someone to talk to, and practical help with housing, money and court.",
)

ABOUT = (
    """You can talk to someone in {town} who has time for you. They will not judge you.

They can help you with:

- feeling safer at home
- what the police may ask you
- *going to court*, if it comes to that

You decide what happens next.""",
    """We began in {town} because people asked for it. A worker meets you where you feel safe.

You can bring a friend. You can stop at any time.""",
    """## What we do

We listen first. Then we look together at what would help. See [how we work](https://about.example.org/{number}).

## What we do not do

We do not tell anyone without asking you, unless someone is in danger.""",
    "People in {town} have come to us since 1991. Some come once, some for a year. Both are fine.",
)

FIRST_STEPS = (
    "Call, or start a live chat. You do not have to give your name.",
    "Call and leave a number that is safe to call back.",
    "Ask someone you trust to call for you, if that is easier.",
)

HOURS = (
    "24/7",
    "Mo-Fr 09:00-17:00; PH off",
    "Mo-Fr 12:00-18:00; PH off",
    "Mo-Th 09:30-17:00",
    "Mo,We,Fr 10:00-14:00; PH off",
)
ACCESS = ("step-free", "bsl", "hearing-loop", "easy-read", "parking")
NOT_FOR = ("People who need a doctor now. Call 999.", "Anyone under 13. Ask Childline instead.")
CALLS_BACK = ("Within two working days.", "The same day, if you say so.", "From a number that does not show.")
WAITS = ("About two weeks", "No wait for a first talk", "Three to six months for counselling")
KNOW = ("Nobody, unless you or a child is in danger.", "Only the person you talk to. They ask before they tell anyone.")
