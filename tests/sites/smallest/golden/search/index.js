const searchIndex = {"kinds":{"page":"Page"},
"found":[
{"kind":"page","path":"index.html","title":"The smallest plan"},
{"kind":"page","path":"priorities/index.html","title":"Priorities"},
{"kind":"page","path":"indicators/index.html","title":"Measures","text":"Every number that this plan follows, with its latest result."},
{"kind":"page","path":"on-track/index.html","title":"Are we on track?"},
{"kind":"page","path":"how-we-rate/index.html","title":"How we rate","text":"A rating is worked out from published numbers by fixed rules. Anyone can check it."},
{"kind":"page","path":"completeness/index.html","title":"What is not yet published","text":"A plan can only be checked where it says what it wants, by when, and how far it is. This page lists what is still open."},
{"kind":"page","path":"data/index.html","title":"Data","text":"Every number on this site, to download and to check."},
{"kind":"page","path":"explore/index.html","title":"Explore the numbers","text":"Put up to six results side by side: measures, student groups, schools and years."},
{"kind":"page","path":"data/privacy/index.html","title":"Why some results are not shown","text":"Nobody should learn one student’s result from this site. This is how we see to it."},
{"kind":"page","path":"data/releases/index.html","title":"When the next results come"}
]};
