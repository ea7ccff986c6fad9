// Feeds on standard input, as {path: text} -> what three readers of npm see in them, as {reader: {path: rows}}.
import { readFileSync } from "node:fs";
import { parseFeed } from "feedsmith";
import ICAL from "ical.js";
import Parser from "rss-parser";

const feeds = Object.entries(JSON.parse(readFileSync(0, "utf8")));
const of = (ending) => feeds.filter(([path]) => path.endsWith(ending));
const utc = (date) => new Date(date).toISOString();
const picture = (url, type, size) => (url ? [url, type, Number(size)] : null);

/** rss-parser: what n8n reads feeds with. */
async function rssParser(text) {
  const { items } = await new Parser().parseString(text);
  return items.map((item) => ({
    id: item.guid,
    date: utc(item.isoDate),
    link: item.link,
    title: item.title,
    text: item.content,
    content: item["content:encoded"],
    picture: picture(item.enclosure?.url, item.enclosure?.type, item.enclosure?.length),
  }));
}

/** feedsmith, RSS: its enclosure and its media:content must name one picture. */
function feedsmithRss(text) {
  const { format, feed } = parseFeed(text);
  if (format !== "rss") throw new Error(`feedsmith takes this for ${format}`);
  return (feed.items ?? []).map((item) => {
    const [enclosure] = item.enclosures ?? [];
    const [media] = item.media?.contents ?? [];
    if (enclosure?.url !== media?.url) throw new Error(`two pictures: ${enclosure?.url} and ${media?.url}`);
    return {
      id: item.guid.value,
      date: utc(item.pubDate),
      link: item.link,
      title: item.title,
      text: item.description,
      content: item.content?.encoded,
      picture: picture(enclosure?.url, enclosure?.type, enclosure?.length),
      alt: media?.description?.value ?? null,
    };
  });
}

/** feedsmith, JSON Feed. */
function feedsmithJson(text) {
  const { format, feed } = parseFeed(text);
  if (format !== "json") throw new Error(`feedsmith takes this for ${format}`);
  return (feed.items ?? []).map((item) => {
    const [file] = item.attachments ?? [];
    return {
      id: item.id,
      date: utc(item.date_published),
      link: item.url,
      title: item.title,
      text: item.content_text,
      picture: picture(file?.url, file?.mime_type, file?.size_in_bytes),
    };
  });
}

/** ical.js: what Thunderbird reads calendars with. */
function icalJs(text) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
  return events.map((event) => {
    const { uid, summary, sequence, startDate, endDate } = new ICAL.Event(event);
    return {
      id: uid,
      first: startDate.toString(),
      end: endDate.toString(),
      title: summary,
      sequence,
      status: event.getFirstPropertyValue("status"),
      link: event.getFirstPropertyValue("url"),
      changed: event.getFirstPropertyValue("dtstamp").toString(),
    };
  });
}

/** Every path with what a reader makes of its text. */
async function each(ending, read) {
  const seen = {};
  for (const [path, text] of of(ending)) seen[path] = await read(text);
  return seen;
}

const seen = {
  "rss-parser": await each(".xml", rssParser),
  feedsmith: { ...(await each(".xml", feedsmithRss)), ...(await each(".json", feedsmithJson)) },
  "ical.js": await each(".ics", icalJs),
};
process.stdout.write(JSON.stringify(seen));
