"""The generators that are measured: ours first, then Hugo, then the others."""

from bench.peers import eleventy, hugo, lektor, mkdocs, nikola, ours, pelican, zensical
from bench.peers.peer import Peer

PEERS: tuple[Peer, ...] = (
    ours.PEER,
    hugo.PEER,
    eleventy.PEER,
    pelican.PEER,
    lektor.PEER,
    nikola.PEER,
    mkdocs.PEER,
    mkdocs.MATERIAL,
    zensical.PEER,
)
