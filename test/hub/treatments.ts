/** What somebody may do to the User Token field of a plain form, and what is said of it then, as data. */
import type { FieldState } from '../../src/hub/report';
import type { PlainForm } from './plain-form';

const styled = (css: string) => (form: PlainForm) => {
  form.field('userToken').style.cssText = css;
};
const wrapperStyled = (css: string) => (form: PlainForm) => {
  const wrapper = form.field('userToken').parentElement as HTMLElement;
  wrapper.style.cssText = css;
};
/** Puts a part of a page elsewhere of which nothing is drawn outside, with something in it. */
const besideApart =
  (css: string, html: string, prepare?: (inner: HTMLElement) => void) => (form: PlainForm) => {
    const apart = document.createElement('div');
    apart.style.cssText = `${css}; width: 50px; height: 50px`;
    apart.innerHTML = html;
    form.host.after(apart);
    prepare?.(apart.firstElementChild as HTMLElement);
  };
/** A long line, letters without a gap, and a picture that is as large as it says. */
const LONG = 'x'.repeat(300);
const BLOCKS = '\u2588\u2588';
export const LARGE_PICTURE =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%222000%22 height=%222000%22%3E%3Crect width=%222000%22 height=%222000%22 fill=%22white%22/%3E%3C/svg%3E';

const WHITE_LAYER = 'position: fixed; inset: 0; background: white; pointer-events: none';
const WHITE_POPOVER = `<div popover="manual" style="${WHITE_LAYER}; width: 100vw; height: 100vh; margin: 0; border: 0"></div>`;
const beside = (html: string) => (form: PlainForm) => form.host.insertAdjacentHTML('afterend', html);
const overlaid = (css: string, html = '') =>
  beside(`<div style="position: fixed; inset: 0; ${css}">${html}</div>`);

/** Whether a style can make bars to scroll with larger. Firefox takes the selector and does not. */
const LARGE_BARS = navigator.userAgent.includes('Chrome');

/** Letters that nobody sees, all over the page. */
const MANY_LETTERS = `<div class="letters" style="position: fixed; inset: 0; pointer-events: none; color: transparent">${'x '.repeat(3000)}</div>`;

/** Selects the letters that a treatment has put there. */
const selected = (treat: (form: PlainForm) => void) => (form: PlainForm) => {
  treat(form);
  getSelection()?.selectAllChildren(document.querySelector('.letters') as Element);
};

/** Something of no size in a corner, which draws over all of the page all the same. */
const speck =
  (css: string, html = '') =>
  (form: PlainForm) => {
    form.host.insertAdjacentHTML(
      'afterend',
      `<div class="speck" style="position: fixed; top: 0; left: 0; width: 1px; height: 1px; ${css}">${html}</div>`,
    );
  };
/** Letters of a usual size exactly over the field, which let presses through. */
const written = (css: string) => (form: PlainForm) => {
  const { left, top, width, height } = form.field('userToken').getBoundingClientRect();
  beside(
    `<p class="written" style="position: fixed; left: ${left}px; top: ${top}px; width: ${width}px; margin: 0; overflow: hidden; white-space: nowrap; font: 13px/${height}px monospace; color: transparent; pointer-events: none; ${css}">${'x'.repeat(90)}</p>`,
  )(form);
};
const sheet = (css: string, then: (form: PlainForm) => void) => (form: PlainForm) => {
  const style = document.createElement('style');
  style.textContent = css;
  document.body.append(style);
  then(form);
};

export const TREATMENTS: readonly [string, (form: PlainForm) => void, FieldState][] = [
  ['is left as it is', () => {}, 'ready'],
  ['is not displayed', styled('display: none'), 'hidden'],
  ['is made invisible', styled('visibility: hidden'), 'hidden'],
  ['is transparent', styled('opacity: 0'), 'hidden'],
  ['is nearly transparent', styled('opacity: 0.05'), 'hidden'],
  ['stands in a transparent wrapper', wrapperStyled('opacity: 0.01'), 'hidden'],
  [
    'stands in two wrappers that are transparent together',
    (form) => {
      wrapperStyled('opacity: 0.3')(form);
      form.host.style.opacity = '0.3';
    },
    'hidden',
  ],
  ['is filtered away', styled('filter: opacity(0%)'), 'hidden'],
  ['is one pixel large', styled('width: 1px; height: 1px; padding: 0; border: 0'), 'hidden'],
  ['is scaled to nothing', styled('transform: scale(0)'), 'hidden'],
  ['is clipped away', styled('clip-path: inset(100%)'), 'hidden'],
  ['is clipped away in the old manner', styled('position: absolute; clip: rect(0, 0, 0, 0)'), 'hidden'],
  ['stands left of the page', styled('position: absolute; left: -9999px'), 'hidden'],
  ['stands above the page', styled('position: absolute; top: -9999px'), 'hidden'],
  ['is fixed outside of the view', styled('position: fixed; top: 300vh'), 'hidden'],
  [
    'is fixed outside of the view of a page that is longer',
    (form) => {
      form.host.style.marginBottom = '900vh';
      styled('position: fixed; top: 300vh')(form);
    },
    'hidden',
  ],
  [
    'stands left of what its box scrolls to',
    (form) => {
      form.host.style.cssText = 'position: relative; overflow: auto; height: 200px; margin-left: 500px';
      styled('position: absolute; left: -400px; width: 200px')(form);
    },
    'hidden',
  ],
  ['is indented out of a wrapper that cuts it off', wrapperStyled('overflow: hidden; height: 0'), 'hidden'],
  ['stands in an inert form', (form) => form.host.setAttribute('inert', ''), 'hidden'],
  [
    'stands in an inert form below the fold',
    (form) => {
      form.host.setAttribute('inert', '');
      form.host.style.marginTop = '300vh';
    },
    'hidden',
  ],
  ['is blurred', wrapperStyled('filter: blur(9px)'), 'hidden'],
  ['goes through an SVG filter', wrapperStyled('filter: url(#f)'), 'hidden'],
  ['is masked', wrapperStyled('mask-image: linear-gradient(transparent, transparent)'), 'hidden'],
  ['has letters of the colour of its ground', styled('color: white; background: white'), 'hidden'],
  [
    'has letters of the colour of its ground in another colour space',
    styled('color: oklch(1 0 0); background: lab(100 0 0)'),
    'hidden',
  ],
  [
    'has letters of another colour than its ground in another colour space',
    styled('color: oklch(0.2 0 0); background: oklch(0.98 0.01 250)'),
    'ready',
  ],
  ['has letters without any alpha', styled('color: oklch(0.2 0 0 / none)'), 'hidden'],
  [
    'has letters of the colours of a gradient below them',
    styled('color: white; background: linear-gradient(white, rgb(250 250 250))'),
    'hidden',
  ],
  [
    'has letters of a colour in a gradient below them',
    styled('color: white; background: linear-gradient(to right, white 99%, black)'),
    'hidden',
  ],
  [
    'has letters of the colour of the first of two gradients',
    styled('color: white; background: linear-gradient(white, white), linear-gradient(black, black)'),
    'hidden',
  ],
  [
    'has letters of the colour below a gradient that is drawn elsewhere',
    styled('color: white; background: linear-gradient(black, black) -999px 0 / 9px no-repeat, white'),
    'hidden',
  ],
  [
    'has letters of the colour below a picture',
    styled('color: white; background: url("data:image/gif;base64,") white'),
    'hidden',
  ],
  [
    'has letters on more colours than anybody tells apart',
    styled(
      `color: white; background: ${Array(9).fill('linear-gradient(rgb(9 9 9 / 0.1), rgb(1 1 1 / 0.1))').join()}, black`,
    ),
    'hidden',
  ],
  [
    'has letters on more pictures than anybody draws',
    styled(
      `color: white; background-image: ${Array(20_000).fill('linear-gradient(black, black)').join()}; background-size: ${Array(20_000).fill('9px').join()}; background-repeat: no-repeat`,
    ),
    'hidden',
  ],
  [
    'has letters of the colour of a ground that is nearly opaque',
    (form) => {
      wrapperStyled('background: black')(form);
      styled('color: white; background: rgb(255 255 255 / 0.97)')(form);
    },
    'hidden',
  ],
  [
    'has letters of the colour of what is seen through a ground that is nearly opaque',
    (form) => {
      wrapperStyled('background: white')(form);
      styled('color: rgb(20 20 20); background: rgb(0 0 0 / 0.95)')(form);
    },
    'hidden',
  ],
  [
    'has letters of the colour of a ground that is nearly opaque in another colour space',
    (form) => {
      wrapperStyled('background: black')(form);
      styled('color: white; background: oklch(1 0 0 / 0.97)')(form);
    },
    'hidden',
  ],
  [
    'has letters of the colour of a shadow that is drawn over its ground',
    styled('color: white; background: black; box-shadow: inset 0 0 0 99px white'),
    'hidden',
  ],
  [
    'has letters of the colour of one of more shadows than anybody draws',
    styled(
      `color: white; background: black; box-shadow: inset 0 0 0 99px white, ${Array(500).fill('inset 0 0 0 0 white').join()}`,
    ),
    'hidden',
  ],
  [
    'has letters of the colour of a shadow that is moved over its ground',
    styled('color: white; background: black; width: 200px; box-shadow: inset 200px 0 0 0 white'),
    'hidden',
  ],
  [
    'has dark letters on a light gradient',
    styled('color: #111; background: linear-gradient(#fff, #eee)'),
    'ready',
  ],
  [
    'has light letters on a dark gradient',
    styled('color: #fff; background: linear-gradient(#333, #111)'),
    'ready',
  ],
  [
    'has light letters on the dark gradient of what it stands in',
    (form) => {
      wrapperStyled('background: linear-gradient(#333, #111)')(form);
      styled('color: #fff; background: rgb(255 255 255 / 0.08)')(form);
    },
    'ready',
  ],
  [
    'has a picture beside its letters',
    styled('color: #111; background: url("data:image/gif;base64,") no-repeat right / 16px, white'),
    'ready',
  ],
  [
    'has light letters over a picture of what it stands in',
    (form) => {
      wrapperStyled('background: url("data:image/gif;base64,")')(form);
      styled('color: #fff; background: transparent')(form);
    },
    'ready',
  ],
  [
    'has a thin frame that is a shadow',
    styled('color: #111; background: white; box-shadow: inset 0 0 0 2px #111, inset 0 1px 2px #111'),
    'ready',
  ],
  [
    'has letters of which nothing is left',
    wrapperStyled('opacity: 1; --x: 1; color: red; -webkit-text-fill-color: oklch(0.2 0 0 / 0)'),
    'hidden',
  ],
  [
    'has letters that are drawn small with all around them',
    (form) => {
      wrapperStyled('transform: scale(0.1); transform-origin: 0 0')(form);
      styled('width: 3000px; height: 400px; font-size: 16px')(form);
    },
    'hidden',
  ],
  [
    'has no room for letters between its paddings',
    styled('box-sizing: border-box; width: 200px; padding-left: 200px'),
    'hidden',
  ],
  [
    'has hardly any room between its paddings, over which its letters reach',
    styled('box-sizing: border-box; height: 34px; padding: 16px 8px'),
    'ready',
  ],
  [
    'has no room for letters above its padding',
    styled('box-sizing: border-box; height: 40px; padding-bottom: 40px'),
    'hidden',
  ],
  [
    'is masked in the old manner',
    wrapperStyled('-webkit-mask-box-image: linear-gradient(transparent, transparent)'),
    CSS.supports('-webkit-mask-box-image: none') ? 'hidden' : 'ready',
  ],
  ['has letters far from each other', styled('letter-spacing: -2000px'), 'hidden'],
  ['has letters that are all outline', styled('-webkit-text-stroke: 20px white'), 'hidden'],
  ['is bent out of shape', wrapperStyled('transform: skewX(80deg)'), 'hidden'],
  ['has letters far from each other to the right', styled('letter-spacing: 2000px; width: 200px'), 'hidden'],
  ['has letters with a usual distance', styled('letter-spacing: 1px'), 'ready'],
  [
    'cannot be used by a style',
    wrapperStyled('interactivity: inert'),
    CSS.supports('interactivity: inert') ? 'hidden' : 'ready',
  ],
  ['turns its back', wrapperStyled('transform: rotateY(180deg)'), 'hidden'],
  ['is clipped by a box that does not scroll', wrapperStyled('overflow: clip; height: 2px'), 'hidden'],
  [
    'lies under a layer that lets presses through',
    overlaid('background: white; pointer-events: none'),
    'hidden',
  ],
  [
    'lies under an inert layer',
    beside('<div inert style="position: fixed; inset: 0; background: white"></div>'),
    'hidden',
  ],
  [
    'lies under an inert shape before an inert box',
    beside(
      '<div inert class="speck" style="position: fixed; top: 0; left: 0"></div><style>.speck::before { content: ""; position: fixed; inset: 0; background: white }</style>',
    ),
    'hidden',
  ],
  [
    'lies under a layer that a style makes inert',
    beside('<div style="position: fixed; inset: 0; background: white; interactivity: inert"></div>'),
    'hidden',
  ],
  [
    'is in a modal dialog, under a popover that presses go past',
    (form) => {
      const dialog = document.createElement('dialog');
      form.host.replaceWith(dialog);
      dialog.append(form.host);
      dialog.showModal();
      dialog.insertAdjacentHTML(
        'afterend',
        '<div popover="manual" style="width: 100vw; height: 100vh; margin: 0; border: 0; background: white"></div>',
      );
      (dialog.nextElementSibling as HTMLElement).showPopover();
    },
    'hidden',
  ],
  [
    'is in a modal dialog, above an inert page',
    (form) => {
      const dialog = document.createElement('dialog');
      form.host.replaceWith(dialog);
      dialog.append(form.host);
      dialog.insertAdjacentHTML(
        'beforebegin',
        '<main inert style="position: fixed; inset: 0; background: white"></main>',
      );
      dialog.showModal();
    },
    'ready',
  ],
  [
    'stands before an inert part of a page',
    beside('<div inert style="height: 90px; background: white"></div>'),
    'ready',
  ],
  [
    'lies under a shape that takes presses on its outline only',
    beside(
      '<svg style="position: fixed; top: 0; left: 0; width: 1px; height: 1px; overflow: visible"><rect width="2000" height="2000" fill="white" pointer-events="stroke" /></svg>',
    ),
    'hidden',
  ],
  ['lies under a line through letters', written('text-decoration: line-through 18px white'), 'hidden'],
  [
    'lies under a line as thin as usual through letters',
    written('text-decoration: line-through 2px white'),
    'ready',
  ],
  ['lies under outlines of letters', written('-webkit-text-stroke: 14px white'), 'hidden'],
  [
    'lies under the ground of a first line',
    sheet('.written::first-line { background: white }', written('')),
    'hidden',
  ],
  [
    'lies under many rules between narrow columns',
    overlaid('columns: 60 1px; column-gap: 18px; column-rule: 18px solid white; pointer-events: none'),
    'hidden',
  ],
  [
    'stands below a heading with thick lines and outlines',
    (form) =>
      form.host.insertAdjacentHTML(
        'beforebegin',
        '<h1 style="font-size: 60px; -webkit-text-stroke: 8px gray; margin: 0 0 20px">Link</h1><h2><u style="text-decoration-thickness: 9px">Dagster</u></h2>',
      ),
    'ready',
  ],
  [
    'stands in columns with rules between them',
    (form) => {
      form.host.style.cssText = 'columns: 2; column-rule: 3px solid gray';
    },
    'ready',
  ],
  [
    'stands between long texts that scroll in boxes with a ground',
    sheet('.long::first-letter { background: yellow }', (form) => {
      const text = `<pre class="long" style="margin: 0; height: 60px; overflow: auto; background: #eee; columns: 2; column-rule: 3px solid">${'Some words. \n'.repeat(200)}</pre>`;
      form.host.insertAdjacentHTML('beforebegin', text);
      form.host.insertAdjacentHTML('afterend', text);
    }),
    'ready',
  ],
  ['lies under letters that are selected', selected(beside(MANY_LETTERS)), 'hidden'],
  [
    'lies under letters in a shadow root that are selected',
    (form) => {
      const other = document.createElement('div');
      form.host.after(other);
      const inner = other.attachShadow({ mode: 'open' });
      inner.innerHTML = MANY_LETTERS;
      const letters = inner.querySelector('.letters') as Element;
      getSelection()?.setBaseAndExtent(letters, 0, letters, 1);
    },
    'hidden',
  ],
  [
    'lies under letters that a script highlights',
    (form) => {
      beside(`${MANY_LETTERS}<style>::highlight(all) { background: white }</style>`)(form);
      const range = new Range();
      range.selectNodeContents(document.querySelector('.letters') as Element);
      CSS.highlights.set('all', new Highlight(range));
    },
    'hidden',
  ],
  ['lies under small letters that are not selected', beside(MANY_LETTERS), 'ready'],
  [
    'has a label in it while all is selected',
    (form) => {
      form
        .field('userToken')
        .parentElement?.insertAdjacentHTML(
          'beforeend',
          '<span style="position: relative; left: -140px; pointer-events: none">Key</span>',
        );
      getSelection()?.selectAllChildren(document.body);
    },
    'ready',
  ],
  [
    'lies under a border that two cells share',
    overlaid(
      'pointer-events: none',
      '<table style="border-collapse: collapse"><td style="border: 300px solid white"></td></table>',
    ),
    'hidden',
  ],
  [
    'stands below a table whose cells share thin borders',
    (form) =>
      form.host.insertAdjacentHTML(
        'beforebegin',
        '<table style="border-collapse: collapse"><td style="border: 2px solid">One</td><td style="border: 2px solid">Two</td></table>',
      ),
    'ready',
  ],
  [
    'lies under a first letter that is many lines high',
    sheet('.initial::first-letter { initial-letter: 30 }', (form) =>
      overlaid('color: white; pointer-events: none', `<p class="initial">${BLOCKS}</p>`)(form),
    ),
    CSS.supports('initial-letter: 2') ? 'hidden' : 'ready',
  ],
  [
    'stands below a text whose first letter is three lines high',
    sheet('.initial::first-letter { initial-letter: 3 }', (form) =>
      form.host.insertAdjacentHTML('beforebegin', `<p class="initial">${'Some words. '.repeat(40)}</p>`),
    ),
    'ready',
  ],
  [
    'lies under two layers that hide it together',
    (form) => {
      overlaid('background: rgb(255 255 255 / 0.6); pointer-events: none')(form);
      overlaid('background: rgb(255 255 255 / 0.6); pointer-events: none')(form);
    },
    'hidden',
  ],
  [
    'lies below the fold under a layer',
    (form) => {
      form.host.style.cssText = 'position: relative; margin-top: 300vh';
      form.host.insertAdjacentHTML(
        'afterend',
        '<div style="position: relative; margin-top: -400px; height: 800px; background: white; pointer-events: none"></div>',
      );
    },
    'hidden',
  ],
  [
    'lies under what a pseudo-element draws',
    (form) => {
      const style = document.createElement('style');
      style.textContent =
        ':host { position: relative; display: block } :host::after { content: ""; position: absolute; inset: 0; background: white; pointer-events: none }';
      form.root.append(style);
    },
    'hidden',
  ],
  [
    'lies over a layer',
    (form) => {
      overlaid('background: white; pointer-events: none; z-index: -1')(form);
    },
    'ready',
  ],
  [
    'lies under a popover from a part of the page that is apart',
    besideApart('contain: paint', WHITE_POPOVER, (inner) => inner.showPopover()),
    'hidden',
  ],
  [
    'lies under a popover that comes before it and has no level',
    (form) => {
      form.host.style.cssText = 'position: relative; z-index: 9';
      form.host.insertAdjacentHTML('beforebegin', WHITE_POPOVER);
      document.querySelector<HTMLElement>('[popover]')?.showPopover();
    },
    'hidden',
  ],
  [
    'lies under a layer from the line of a table, which cuts nothing off',
    besideApart('contain: paint; display: table-row', `<div style="${WHITE_LAYER}"></div>`),
    'hidden',
  ],
  [
    'lies under a layer from a part of the page that is apart and lies over it',
    besideApart(
      'contain: paint; position: fixed; inset: 0; min-width: 100vw; min-height: 100vh; pointer-events: none',
      `<div style="${WHITE_LAYER}"></div>`,
    ),
    'hidden',
  ],
  ['lies under the shadow of a speck', speck('box-shadow: 0 0 0 2000px white'), 'hidden'],
  [
    'lies under the shadow of a speck that lets presses through',
    speck('box-shadow: 0 0 0 2000px white; pointer-events: none'),
    'hidden',
  ],
  [
    'lies under many faint shadows of a speck',
    speck(`box-shadow: ${Array(9).fill('0 0 0 2000px rgb(255 255 255 / 0.4)').join()}`),
    'hidden',
  ],
  [
    'lies under more shadows than anybody draws',
    speck(`box-shadow: ${Array(999).fill('0 0 0 2000px rgb(255 255 255 / 0.01)').join()}`),
    'hidden',
  ],
  [
    'lies under more shadows than anybody draws into a layer',
    overlaid(
      `box-shadow: ${Array(999).fill('inset 0 0 0 2000px rgb(255 255 255 / 0.01)').join()}; pointer-events: none`,
    ),
    'hidden',
  ],
  [
    'lies under a blurred shadow of what stands outside',
    speck('left: -4000px; width: 2000px; height: 2000px; box-shadow: 4000px 0 20px white'),
    'hidden',
  ],
  [
    'lies under the shadow that is drawn into a layer',
    overlaid('box-shadow: inset 0 0 0 2000px white; pointer-events: none'),
    'hidden',
  ],
  ['lies under the outline of a speck', speck('outline: 2000px solid white'), 'hidden'],
  [
    'lies under the outline that is drawn into a layer',
    overlaid('outline: 2000px solid white; outline-offset: -2000px; pointer-events: none'),
    'hidden',
  ],
  ['lies under its own outline', styled('outline: 400px solid white; outline-offset: -400px'), 'hidden'],
  [
    'lies under the outline of what it stands in',
    wrapperStyled('outline: 400px solid white; outline-offset: -400px'),
    'hidden',
  ],
  [
    'lies under a border',
    speck(
      'width: 0; height: 0; border: 2000px solid white; pointer-events: none; left: -1000px; top: -1000px',
    ),
    'hidden',
  ],
  [
    'lies under a border that is a picture',
    speck(
      'border: 10px solid transparent; border-image: linear-gradient(white, white) 1 fill / 1 / 2000px; pointer-events: none',
    ),
    'hidden',
  ],
  [
    'lies under the shadow that a filter draws elsewhere',
    speck(
      'left: -4000px; filter: drop-shadow(4000px 0 0 white); pointer-events: none',
      '<div style="width: 2000px; height: 2000px; background: black"></div>',
    ),
    'hidden',
  ],
  [
    'lies under such a shadow of the last of very many elements',
    speck(
      'left: -4000px; filter: drop-shadow(4000px 0 0 white); pointer-events: none',
      `${'<b></b>'.repeat(300)}<div style="width: 2000px; height: 2000px; background: black"></div>`,
    ),
    'hidden',
  ],
  [
    'lies under very many elements that have a usual shadow of their own',
    overlaid('pointer-events: none; filter: drop-shadow(0 2px 4px black)'),
    'ready',
  ],
  [
    'lies under a shape that stands out of its picture',
    speck(
      'pointer-events: none',
      '<svg width="1" height="1" style="overflow: visible"><rect width="2000" height="2000" fill="white"/></svg>',
    ),
    'hidden',
  ],
  [
    'lies under what a pseudo-element in the flow draws',
    sheet(
      '.speck::before { content: ""; display: block; width: 2000px; height: 2000px; background: white }',
      speck('pointer-events: none'),
    ),
    'hidden',
  ],
  [
    'lies under what a moved pseudo-element draws',
    sheet(
      '.speck::after { content: ""; position: relative; display: block; top: -900px; left: -900px; width: 4000px; height: 4000px; background: white }',
      speck('pointer-events: none'),
    ),
    'hidden',
  ],
  [
    'lies under what is drawn behind a popover',
    sheet('.speck::backdrop { background: white; pointer-events: none }', (form) => {
      speck('right: auto; bottom: auto; border: 0; padding: 0; pointer-events: none')(form);
      const popover = document.querySelector<HTMLElement>('.speck');
      popover?.setAttribute('popover', 'manual');
      popover?.showPopover();
    }),
    'hidden',
  ],
  [
    'lies under a letter',
    speck('font: 3000px/1 monospace; margin: -900px; color: white; pointer-events: none', '\u2588\u2588'),
    'hidden',
  ],
  [
    'lies under the shadow of a letter',
    speck(
      'font: 3000px/1 monospace; margin: -900px; color: transparent; text-shadow: 0 0 0 white; pointer-events: none',
      BLOCKS,
    ),
    'hidden',
  ],
  [
    'lies under the shadow of a letter that stands elsewhere',
    speck(
      'left: -4000px; top: -900px; font: 3000px/1 monospace; color: black; text-shadow: 4000px 0 0 white',
      BLOCKS,
    ),
    'hidden',
  ],
  [
    'lies under many shadows of small letters',
    (form) => {
      const { left, top } = form.field('userToken').getBoundingClientRect();
      const shadows = Array.from({ length: 60 }, (_, at) => `${left - 500 + at * 16}px ${top}px 0 white`);
      speck(
        `left: 500px; font: 40px/1 monospace; color: transparent; text-shadow: ${shadows.join()}`,
        BLOCKS,
      )(form);
    },
    'hidden',
  ],
  [
    'lies under the line that is drawn through letters',
    speck(
      'font: 20px monospace; white-space: nowrap; text-decoration: line-through 4000px white; pointer-events: none',
      LONG,
    ),
    'hidden',
  ],
  [
    'lies under the outline of a small letter',
    speck('font: 20px monospace; -webkit-text-stroke: 4000px white; pointer-events: none', 'x'),
    'hidden',
  ],
  [
    'lies under the mark of a list',
    sheet(
      `.speck { display: list-item } .speck::marker { content: "${BLOCKS}"; font: 3000px/1 monospace; color: white }`,
      speck('margin: -900px; list-style-position: inside; pointer-events: none'),
    ),
    'hidden',
  ],
  [
    'lies under a picture that is the mark of a list',
    speck(`display: list-item; list-style: inside url('${LARGE_PICTURE}'); pointer-events: none`),
    'hidden',
  ],
  [
    'lies under a first letter',
    sheet(
      '.speck::first-letter { font: 3000px/1 monospace; color: white }',
      speck('margin: -900px; color: transparent; pointer-events: none', BLOCKS),
    ),
    'hidden',
  ],
  [
    'lies under the ground of a first letter that stands in an element within',
    sheet(
      '.speck::first-letter { background: white; padding: 2000px; margin: -1000px }',
      speck('pointer-events: none', '<p>x</p>'),
    ),
    'hidden',
  ],
  [
    'lies under the ground of a first letter',
    sheet(
      '.speck::first-letter { background: white; padding: 2000px; margin: -1000px }',
      speck('pointer-events: none', 'x'),
    ),
    'hidden',
  ],
  [
    'lies under the line between two columns',
    speck(
      'columns: 2; width: 3px; height: 2000px; column-gap: 1px; column-rule: 4000px solid white; pointer-events: none',
      '<p style="margin: 0; height: 2000px">x</p><p style="margin: 0; height: 2000px">y</p>',
    ),
    'hidden',
  ],
  [
    'lies under a reflection',
    speck(
      'left: -4000px; width: 2000px; height: 2000px; background: white; -webkit-box-reflect: right 2000px; pointer-events: none',
    ),
    CSS.supports('-webkit-box-reflect: right 1px') ? 'hidden' : 'ready',
  ],
  [
    'lies under the button of a field for files',
    sheet(
      `.speck input::file-selector-button { ${WHITE_LAYER}; width: 100vw; height: 100vh; border: 0 }`,
      speck('pointer-events: none', '<input type="file">'),
    ),
    'hidden',
  ],
  [
    'lies under what a details element opens',
    sheet(
      `.speck details::details-content { ${WHITE_LAYER}; display: block; width: 100vw; height: 100vh }`,
      speck('pointer-events: none', '<details open><summary></summary>x</details>'),
    ),
    CSS.supports('selector(::details-content)') ? 'hidden' : 'ready',
  ],
  [
    'lies under letters that a pseudo-element draws',
    sheet(
      `.speck::before { content: "${BLOCKS}"; font: 3000px/1 monospace; color: white }`,
      speck('margin: -900px; pointer-events: none'),
    ),
    'hidden',
  ],
  [
    'lies under the line through letters that a pseudo-element draws',
    sheet(
      `.speck::before { content: "${LONG}"; text-decoration: line-through 4000px white }`,
      speck('pointer-events: none'),
    ),
    'hidden',
  ],
  [
    'lies under the picture of a pseudo-element',
    sheet(`.speck::before { content: url("${LARGE_PICTURE}") }`, speck('pointer-events: none')),
    'hidden',
  ],
  [
    'stands beside icons that pseudo-elements draw',
    sheet(
      'p::before { content: "x"; font-size: 64px } p::after { content: url("data:image/gif;base64,") }',
      (form) => form.host.insertAdjacentHTML('afterend', '<p style="pointer-events: none">Text</p>'),
    ),
    'ready',
  ],
  [
    'lies under a button with which a box is scrolled',
    sheet(
      `.speck::scroll-button(down) { content: ""; ${WHITE_LAYER}; width: 100vw; height: 100vh; border: 0 }`,
      speck('overflow: auto; pointer-events: none', '<p>x</p>'),
    ),
    CSS.supports('selector(::scroll-button(down))') ? 'hidden' : 'ready',
  ],
  [
    'lies under the marks with which a box is scrolled',
    sheet(
      `.speck::scroll-marker-group { ${WHITE_LAYER}; width: 100vw; height: 100vh }`,
      speck('overflow: auto; scroll-marker-group: after; pointer-events: none', '<p>x</p>'),
    ),
    CSS.supports('selector(::scroll-marker-group)') ? 'hidden' : 'ready',
  ],
  [
    'lies under the bar of a box that is scrolled',
    sheet(
      '.speck::-webkit-scrollbar { width: 100vw; background: white }',
      speck('width: 100vw; height: 100vh; overflow-y: scroll; pointer-events: none'),
    ),
    LARGE_BARS ? 'hidden' : 'ready',
  ],
  [
    'lies under the bar of a box that is drawn large',
    sheet(
      '.speck div::-webkit-scrollbar { width: 100vw; background: white }',
      speck(
        'pointer-events: none',
        '<div style="width: 100vw; height: 100vh; overflow-y: scroll; zoom: 2"></div>',
      ),
    ),
    LARGE_BARS ? 'hidden' : 'ready',
  ],
  [
    'stands in a box with borders and usual bars',
    (form) => {
      form.host.style.cssText =
        'display: block; width: 400px; height: 300px; border: 30px solid gray; overflow: scroll';
    },
    'ready',
  ],
  [
    'lies under the icon of a list of choices',
    sheet(
      `.speck select { appearance: base-select } .speck select::picker-icon { content: ""; ${WHITE_LAYER}; width: 100vw; height: 100vh }`,
      speck('pointer-events: none', '<select><option>x</select>'),
    ),
    CSS.supports('selector(::picker-icon)') ? 'hidden' : 'ready',
  ],
  [
    'lies under a picture that is larger than its box',
    speck(
      'pointer-events: none',
      `<img src="${LARGE_PICTURE}" alt="" style="width: 1px; height: 1px; object-fit: none; object-position: 0 0; overflow: visible">`,
    ),
    CSS.supports('overflow-clip-margin: content-box') ? 'hidden' : 'ready',
  ],
  [
    'lies under an element that is replaced by a picture',
    speck(`inset: 0; width: 100vw; height: 100vh; content: url('${LARGE_PICTURE}'); pointer-events: none`),
    'hidden',
  ],
  [
    'lies under a picture in a drawing',
    speck(
      'pointer-events: none',
      `<svg width="1" height="1" style="overflow: visible"><image href="${LARGE_PICTURE}" width="2000" height="2000"/></svg>`,
    ),
    'hidden',
  ],
  [
    'lies under the copy of a shape',
    speck(
      'pointer-events: none',
      '<svg width="1" height="1" style="overflow: visible"><defs><rect id="shape" width="2000" height="2000" fill="white"/></defs><use href="#shape"/></svg>',
    ),
    'hidden',
  ],
  [
    'lies under a thick line of a drawing',
    speck(
      'pointer-events: none',
      '<svg width="1" height="1" style="overflow: visible"><line y1="1" x2="2000" y2="1" stroke="white" stroke-width="4000"/></svg>',
    ),
    'hidden',
  ],
  [
    'lies under the mark at the end of a line of a drawing',
    speck(
      'pointer-events: none',
      '<svg width="1" height="1" style="overflow: visible"><marker id="mark" markerUnits="userSpaceOnUse" markerWidth="2000" markerHeight="2000"><rect width="2000" height="2000" fill="white"/></marker><path d="M0 0L1 1" marker-start="url(#mark)"/></svg>',
    ),
    'hidden',
  ],
  [
    'lies under what an SVG filter draws',
    speck(
      'filter: url(#flood); pointer-events: none',
      '<svg width="1" height="1"><filter id="flood" filterUnits="userSpaceOnUse" width="2000" height="2000"><feFlood flood-color="white"/></filter></svg>',
    ),
    'hidden',
  ],
  [
    'lies under the line of a fraction',
    speck(
      'pointer-events: none',
      `<math><mfrac linethickness="4000px"><mi>${LONG}</mi><mi>y</mi></mfrac></math>`,
    ),
    'hidden',
  ],
  [
    'lies beside a box that cuts off what is in it',
    (form) =>
      form.host.insertAdjacentHTML(
        'beforebegin',
        '<div style="width: 9px; height: 9px; overflow: hidden; pointer-events: none"><div style="width: 4000px; height: 4000px; background: white"></div></div>',
      ),
    'ready',
  ],
  [
    'lies beside a drawing that cuts off what is in it',
    (form) =>
      form.host.insertAdjacentHTML(
        'beforebegin',
        '<svg width="9" height="9" style="pointer-events: none"><filter id="soft" filterUnits="userSpaceOnUse" width="2000" height="2000"><feGaussianBlur stdDeviation="1"/></filter><g filter="url(#soft)"><rect width="2000" height="2000" fill="black"/></g></svg>',
      ),
    'ready',
  ],
  [
    'stands before parts of elements that have a usual style of their own',
    sheet(
      'input::file-selector-button { margin: 0 24px; width: 200px } details::details-content { position: relative } .first::first-letter { font-size: 40px; padding: 24px; background: gray } img { overflow: visible }',
      (form) =>
        form.host.insertAdjacentHTML(
          'afterend',
          `<div style="margin-top: 300px"><input type="file"><input style="width: 90px"><details open><summary>One</summary>${'<p>Words</p>'.repeat(30)}</details><p class="first">Words</p><img src="data:image/gif;base64," alt="" style="width: 40px; height: 40px"></div>`,
        ),
    ),
    'ready',
  ],
  [
    'stands before a text with a wide shadow and a thick line',
    (form) =>
      form.host.insertAdjacentHTML(
        'afterend',
        '<h2 style="margin-top: 300px; text-shadow: 2px 20px 40px black; text-decoration: underline 24px yellow">Words</h2>',
      ),
    'ready',
  ],
  [
    'stands beside texts with a usual shadow, line and mark',
    sheet('p::first-letter { font-size: 30px; background: yellow }', (form) =>
      form.host.insertAdjacentHTML(
        'beforebegin',
        '<p style="text-shadow: 0 1px 2px gray; text-decoration: underline; color: black">Some <u>words</u></p><ul><li>One</li></ul><div style="columns: 2; column-rule: 1px solid gray"><p>One</p><p>Two</p></div>',
      ),
    ),
    'ready',
  ],
  [
    'lies under a gauge',
    speck('pointer-events: none', '<meter value="1" style="width: 2000px; height: 2000px"></meter>'),
    'hidden',
  ],
  [
    'lies under the shadow of a speck that is drawn large',
    speck('transform: scale(1000); box-shadow: 0 0 0 3px white'),
    'hidden',
  ],
  [
    'lies under what a pseudo-element draws in a speck that is drawn large',
    sheet(
      '.speck::after { content: ""; position: absolute; inset: 0; background: white }',
      speck('width: 10px; height: 10px; transform: scale(800); pointer-events: none'),
    ),
    'hidden',
  ],
  [
    'lies under what a pseudo-element draws that is moved there',
    sheet(
      '.speck::after { content: ""; position: absolute; left: -4000px; width: 2000px; height: 2000px; background: white; transform: translateX(4000px) }',
      speck('pointer-events: none'),
    ),
    'hidden',
  ],
  [
    'lies under the shadow of a pseudo-element',
    sheet(
      '.speck::after { content: ""; position: absolute; width: 1px; height: 1px; box-shadow: 0 0 0 2000px white }',
      speck(''),
    ),
    'hidden',
  ],
  [
    'lies under the shadow of a pseudo-element that stands in its element',
    sheet(
      '.speck::before { content: ""; display: block; width: 1px; height: 1px; box-shadow: 0 0 0 2000px white }',
      speck(''),
    ),
    'hidden',
  ],
  [
    'lies under the outline of what stands before it',
    (form) =>
      form.host.insertAdjacentHTML(
        'beforebegin',
        '<div style="height: 1px; outline: 2000px solid white"></div>',
      ),
    'hidden',
  ],
  [
    'lies under a popover that stands in something transparent',
    (form) => {
      form.host.insertAdjacentHTML('afterend', `<div style="opacity: 0">${WHITE_POPOVER}</div>`);
      document.querySelector<HTMLElement>('[popover]')?.showPopover();
    },
    'hidden',
  ],
  [
    'lies under a label as forms draw it in their fields',
    (form) => {
      const { left, top } = form.field('userToken').getBoundingClientRect();
      speck(
        `left: ${left}px; top: ${top}px; width: auto; pointer-events: none`,
        'User Token as letters',
      )(form);
    },
    'ready',
  ],
  ['lies beside what has a usual shadow', overlaid('left: 90vw; box-shadow: 0 0 40px 5px black'), 'ready'],
  [
    'has a ring, as has what it stands in',
    (form) => {
      styled('outline: 3px solid blue; outline-offset: -3px; box-shadow: 0 0 0 4px blue')(form);
      wrapperStyled('outline: 3px solid blue; box-shadow: inset 0 0 0 2000px white')(form);
    },
    'ready',
  ],
  [
    'lies under a hole in a shadow',
    (form) => {
      const { left, top, width, height } = form.host.getBoundingClientRect();
      speck(
        `left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px; pointer-events: none; box-shadow: 0 0 0 2000px black`,
      )(form);
    },
    'ready',
  ],
  ['lies under a layer that draws nothing', overlaid('pointer-events: none'), 'ready'],
  ['lies under a faint layer', overlaid('background: rgb(0 0 0 / 0.1); pointer-events: none'), 'ready'],
  ['lies under an opaque layer', overlaid('background: white'), 'hidden'],
  ['lies under a transparent layer', overlaid(''), 'hidden'],
  ['lies beside a layer', overlaid('background: white; left: 90vw'), 'ready'],
  [
    'is disabled',
    (form) => {
      form.field('userToken').disabled = true;
    },
    'locked',
  ],
  [
    'is in a disabled fieldset',
    (form) => {
      const set = document.createElement('fieldset');
      set.disabled = true;
      const wrapper = form.field('userToken').parentElement as HTMLElement;
      wrapper.replaceWith(set);
      set.append(wrapper);
    },
    'locked',
  ],
  [
    'is read-only',
    (form) => {
      form.field('userToken').readOnly = true;
    },
    'locked',
  ],
  [
    'is there twice',
    (form) => {
      const wrapper = form.field('userToken').parentElement as HTMLElement;
      const copy = wrapper.cloneNode(true) as HTMLElement;
      copy.innerHTML = copy.innerHTML.replaceAll('"t"', '"t2"');
      wrapper.after(copy);
    },
    'twice',
  ],
  [
    'is there again, but hidden',
    (form) => {
      const wrapper = form.field('userToken').parentElement as HTMLElement;
      const copy = wrapper.cloneNode(true) as HTMLElement;
      copy.innerHTML = copy.innerHTML.replaceAll('"t"', '"t2"');
      copy.style.display = 'none';
      wrapper.before(copy);
    },
    'ready',
  ],
  [
    'is below the fold',
    (form) => {
      form.host.style.marginTop = '300vh';
    },
    'ready',
  ],
  [
    'is scrolled out above',
    (form) => {
      form.host.style.marginBottom = '300vh';
      scrollTo(0, 2 * innerHeight);
    },
    'ready',
  ],
  [
    'is scrolled out of a box',
    (form) => {
      form.host.style.cssText = 'height: 60px; overflow: auto';
      const spacer = document.createElement('div');
      spacer.style.height = '500px';
      form.root.prepend(spacer);
    },
    'ready',
  ],
  [
    'is slotted into another component',
    (form) => {
      const outer = document.createElement('div');
      outer.attachShadow({ mode: 'open' }).innerHTML = '<section><slot></slot></section>';
      form.host.replaceWith(outer);
      outer.append(form.host);
    },
    'ready',
  ],
  [
    'is slotted into a component that hides it',
    (form) => {
      const outer = document.createElement('div');
      outer.attachShadow({ mode: 'open' }).innerHTML = '<section style="opacity: 0"><slot></slot></section>';
      form.host.replaceWith(outer);
      outer.append(form.host);
    },
    'hidden',
  ],
];

/** Takes away all that a treatment may have left in the page. */
export function clearPage(): void {
  document.body.replaceChildren();
  document.body.removeAttribute('style');
  getSelection()?.removeAllRanges();
  CSS.highlights.clear();
  scrollTo(0, 0);
}
