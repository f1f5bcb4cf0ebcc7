const PRESSES_COUNT = 'That a press counts 300 ms later is meant so, and no machine makes it faster.';

const CONFIRMED = `20 ms of it are a fixed wait before the fields are read back: a form that was mounted just before was seen to be emptied
up to 14 ms later. Four looks at what lies over the fields are most of the rest: before anything is written, and at each one at the moment
of writing. It was 44 to 50 ms in Chromium and 57 to 78 ms in Firefox before the form was
looked at at the moment of writing, 92 and 142 ms before a look took half the time, and 56 and 116 ms, on a machine that was
a third faster, before it was asked what is inert, selected or drawn exactly over small letters (2026-11-28).`;

/** What is to be said about a figure that misses what is aimed at, by its id: what it was, why it is so, what would help. */
export const NOTES: Readonly<Record<string, string>> = {
  'bytes-popup': `Preact with its hooks is 14 KB of it and webextension-polyfill 11 KB, so a popup of 40 KB would have 15 KB for all that it
does. What it costs is to be seen in the first paint below.`,
  'bytes-package': `A language is 6.5 to 8 KB: browsers want a file with every message for each.`,
  'finding-9000-0': `In a page of up to 5,000 elements each is also asked what its pseudo-elements, its letters and its parts draw elsewhere,
which takes some 10 µs an element; in a larger page, as here, only those around the form are.`,
  'finding-90000-0': `Before a token is written, nothing may be drawn over the field, and what lets presses through is found by no press: so
each element is asked for its style. That walk is the floor here. Four more questions (shadow, outline, filter, border image)
find what is drawn outside of a box, which hid a field unnoticed before; they cost up to a half more. Asking each for its box instead, as before 2026-11-27,
took 570 to 950 ms in this page. A part that the page marks as apart (\`contain: paint\`, \`content-visibility\`) and that
lies elsewhere is not looked into: a page whose table is marked so takes 75 ms.`,
  filling: `Most of the difference is the second look at the form and at what lies over its fields, at the moment of writing;
each field also gets the focus and the events of a person’s typing. It was 4.2 times before it was asked what few elements
draw far from their boxes (2026-11-28), which hid a field unnoticed, and 9.4 times while margins, borders and paddings of
each were asked for side by side, and parts of boxes that scroll where no style makes any; 5.5 times once each look was at
one field only, and before it was asked what is inert, selected or drawn exactly over small letters.`,
  'reading-10000': `A reading walks over the texts only, so it takes less than a bare walk over all nodes that a world sees for the first
time. What is left is the browser’s making of an object for each text.`,
  'reading-200': `Most of it is the code’s first run, the rest what is asked of all that stands beside the token and may lie over it.`,
  'popup-chrome-1': PRESSES_COUNT,
  'popup-firefox-1': `${PRESSES_COUNT} Firefox opens a popup in a sixth of Chromium’s time, so the questions to the tabs and to the page with
the form, some 100 ms, are more than half of it.`,
  'press-chrome': CONFIRMED,
  'press-firefox': CONFIRMED,
};
