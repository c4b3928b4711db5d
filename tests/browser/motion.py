"""What still moves for somebody who has asked for less motion (WCAG 2.3.3)."""

from playwright.sync_api import Page

_MOVING = """() => {
  const found = document.getAnimations().map(one => {
    const at = one.effect?.target;
    return `${at?.localName} runs ${one.animationName || one.transitionProperty || 'a script'}`;
  });
  const longest = text => Math.max(...text.split(',').map(parseFloat));
  for (const at of document.querySelectorAll('*')) {
    const style = getComputedStyle(at);
    const name = at.localName + (at.className && at.className.trim ? '.' + at.className : '');
    if (longest(style.transitionDuration) > 0.01) found.push(`${name} has a transition`);
    if (style.animationName !== 'none') found.push(`${name} has an animation`);
    if (style.scrollBehavior === 'smooth') found.push(`${name} scrolls smoothly`);
  }
  for (const moving of document.querySelectorAll('marquee, blink, animate, video[autoplay]'))
    found.push(`${moving.localName} moves by itself`);
  return [...new Set(found)];
}"""


def moving(page: Page, where: str) -> list[str]:
    """Return animations, transitions and smooth scrolling; the page is told to reduce motion."""
    page.emulate_media(reduced_motion="reduce")
    found = page.evaluate(_MOVING)
    page.emulate_media(reduced_motion="no-preference")
    return [f"{where} with less motion: {what}" for what in found]
