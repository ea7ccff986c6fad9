"""What the tests ask of a page: small scripts that return what is wrong, and the words they look for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

AXE = {
    "light": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
"""Every rule in the light; in the dark those that can differ there."""

SCROLLS = "document.documentElement.scrollWidth > innerWidth"
OVERFLOWS = """() => [...document.querySelectorAll('body *')]
  .filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5); })
  .filter((one) => !one.closest('.skip, .hidden'))
  .map((one) => one.outerHTML.slice(0, 120))"""
CLIPPED = """() => [...document.querySelectorAll('body *')]
  .filter((one) => one.clientWidth > 0 && (one.scrollWidth > one.clientWidth + 1
    || (one.scrollHeight > one.clientHeight + 1 && getComputedStyle(one).overflowY === 'hidden')))
  .filter((one) => !one.closest('.skip, .hidden, script') && one.textContent.trim())
  .map((one) => one.outerHTML.slice(0, 120))"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
USABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"
FOCUSED = "() => [document.activeElement.tagName, document.activeElement.textContent.trim()]"
IN_MAIN = "() => Boolean(document.activeElement.closest('main'))"
UNSEEN = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getClientRects()[0];
  if (one === document.body) return null;
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const there = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
  const x = Math.max(0, box.left) + Math.min(box.width, innerWidth) / 2;
  const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
  return ring && there && one.contains(document.elementFromPoint(x, y)) ? '' : one.outerHTML.slice(0, 120); }"""
SMALL = """(which) => [...document.querySelectorAll(which)]
  .map((one) => [one.getBoundingClientRect(), one.textContent.trim()])
  .filter(([box]) => box.width > 0 && (box.height < 44 || box.width < 44))
  .map(([box, text]) => `${text}: ${Math.round(box.width)} x ${Math.round(box.height)}`)"""
PRIMARY = ".leave a, .doors li, .head nav a, .reach a, a[href^='tel:'], a[href^='sms:'], .letters a"
TINY = """() => {
  const inline = (one) => getComputedStyle(one).display === 'inline' || one.closest('.prose, dd, p, caption');
  return [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
    .filter((one) => one.checkVisibility() && !inline(one))
    .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 90)])
    .filter(([box]) => box.width > 0 && (box.width < 24 || box.height < 24))
    .map(([box, html]) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${html}`); }"""
"""Targets under 24 by 24 pixels that are no links in a sentence."""
JUMPS = "() => { window.last = null; }"
COVERED = """() => {
  const one = document.activeElement;
  if (one === document.body || (window.last && one.closest('.skip'))) return 'end';
  const name = one.outerHTML.slice(0, 110);
  const before = window.last;
  window.last = one;
  if (before === one) return `the focus stays: ${name}`;
  if (before && !(before.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)) return `goes back: ${name}`;
  const whole = one.getBoundingClientRect();
  const box = one.getClientRects()[0];
  const high = Math.min(box.bottom, innerHeight), low = Math.max(box.top, 0);
  const at = (x, y) => {
    const top = document.elementFromPoint(x, y);
    return Boolean(top) && (one.contains(top) || top.contains(one)); };
  const middle = at((box.left + box.right) / 2, (low + high) / 2);
  const ends = [box.left + 3, box.right - 3];
  if (!middle) return `covered in the middle: ${name}`;
  if (!ends.some((x) => at(x, low + 3) || at(x, high - 3))) return `covered at every corner: ${name}`;
  if (before) {
    const above = before.getBoundingClientRect();
    const fixed = [before, one].some((each) => each.closest('.leave, .skip'));
    // Where there is room, a second column stands beside the first, and is read after it.
    const [first, second] = [before.closest('main'), one.closest('.page > .danger')];
    const beside = first && second && second.getBoundingClientRect().top < first.getBoundingClientRect().bottom;
    if (!fixed && !beside && whole.bottom < above.top - 1) return `goes up: ${name}`;
  }
  return ''; }"""
SHORTENED = """() => {
  for (const list of document.querySelectorAll('main ul, main ol, main tbody, main section:has(> .referral)'))
    while (list.children.length > 12) list.lastElementChild.remove(); }"""
"""Leaves twelve of each list: what stands in it hundreds of times is the same component each time."""
SHOWN = "() => [document.documentElement.outerHTML, location.href, document.activeElement.outerHTML]"
MOVES = """() => [...document.querySelectorAll('*')].filter((one) => {
  const style = getComputedStyle(one);
  return style.animationName !== 'none' || style.transitionDuration.split(',').some((time) => parseFloat(time) > 0);
}).map((one) => one.outerHTML.slice(0, 110)).concat(document.getAnimations().map(String))"""
HIDDEN_WHEN_FORCED = """() => {
  const lost = [];
  for (const one of document.querySelectorAll('a[href]')) {
    if (!one.checkVisibility() || one.closest('.hidden')) continue;
    const style = getComputedStyle(one), box = one.closest('.doors li, .card .reach a, .leave a, .reach a') || one;
    const edge = parseFloat(getComputedStyle(box).borderTopWidth) > 0;
    const lined = style.textDecorationLine.includes('underline') || edge;
    const known = one.closest('.site, .letters, .skip');
    if (!lined && !known) lost.push(one.outerHTML.slice(0, 110));
    const ground = getComputedStyle(document.body).backgroundColor;
    if (style.color === ground) lost.push(`unseen: ${one.outerHTML.slice(0, 110)}`);
  }
  return lost; }"""
STYLED = """(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet]; }"""
"""Adds a style that the page's own policy does not forbid; an empty one takes it away."""


def axe(page: Page, rules: Mapping[str, Any]) -> list[str]:
    """What axe complains of on a page, by some of its rules. A page is given axe once, however often it is asked."""
    if page.evaluate("typeof window.axe") == "undefined":
        page.evaluate(Axe().axe_script)
    options = {"runOnly": rules, "resultTypes": ["violations"]}
    found = page.evaluate("(options) => axe.run(options).then((results) => results.violations)", options)
    return [f"{one['id']}: {node['html'][:150]}" for one in found for node in one["nodes"][:3]]
