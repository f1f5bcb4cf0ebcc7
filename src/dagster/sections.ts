/**
 * Whose tokens a Tokens page shows at a place, told from what stands before it. The page's nesting is not known, so the
 * order decides; where words do not say whose tokens they are, nobody's are assumed.
 */
import { attributeOf, closest, localNameOf } from '../page/dom';
import { textIn } from './control-name';
import { CLICKABLE } from './page-controls';

type Section = 'own' | 'agent' | 'unknown';

const HEADING = 'h1,h2,h3,h4,h5,h6,[role=heading]';

/** Headings as documentation and StackOne's guide have them; sources in docs/dagster-pages.md. */
const OWN = /\byour account$|^(manage )?(user|your|my|personal) (user )?tokens$/;
const AGENT = /\bagent tokens?$/;
/** What heads a list within a section, or the whole page. */
const WITHIN =
  /^((your |my )?(active|all|available|current|existing|expired|inactive|recent|revoked|valid) )?(user )?tokens$/;
/** What heads a list of other tokens, at whatever level: service tokens, team tokens. */
const OTHERS = /\btokens$/;
/** The same where no element says that it is a heading: not what asks to do something. */
const OTHERS_IN_TEXT = /^(?!about|create|manage|view)\p{L}+ tokens$/u;

/** A cell of a list holds what people wrote. */
const CELL = 'td,[role=cell],[role=gridcell]';

/** A heading of this level or above ends a section: none does, and any does. */
const NO_LEVEL = 0;
const ANY_LEVEL = 7;

/** What is known at the place up to which a page was followed. */
export interface Sections {
  readonly here: Section;
  /** Whether tokens of agents are spoken of anywhere so far. */
  readonly hasAgents: boolean;
  /** To be told each text, clean and in lower case, in the order of the page. */
  follow(text: string, element: Element): void;
  /** To be told each "Create user token", and each "Create agent token". */
  meetCreate(whose: 'own' | 'agent'): void;
}

export function followSections(): Sections {
  let here: Section = 'unknown';
  let endedBy = ANY_LEVEL;
  let hasAgents = false;
  let heading: Element | null = null;

  function enter(section: Section, level: number): void {
    here = section;
    endedBy = level;
    hasAgents ||= section === 'agent';
  }

  function enterUnder(words: string, level: number): void {
    if (AGENT.test(words)) enter('agent', level);
    else if (OWN.test(words)) enter('own', level);
    else if (!WITHIN.test(words) && (level <= endedBy || OTHERS.test(words))) enter('unknown', level);
  }

  return {
    get here() {
      return here;
    },
    get hasAgents() {
      return hasAgents;
    },
    follow(text, element) {
      const around = closest(element, HEADING);
      if (around) {
        if (around !== heading) enterUnder(textIn(around, CLICKABLE), levelOf(around));
        heading = around;
      } else if (AGENT.test(text)) {
        if (!closest(element, CELL) && isInForce(element)) enter('agent', NO_LEVEL);
      } else if (!closest(element, `${CELL},${CLICKABLE}`)) {
        if (text.endsWith('your account')) enter('own', ANY_LEVEL);
        else if (OTHERS_IN_TEXT.test(text) && !OWN.test(text) && !WITHIN.test(text))
          enter('unknown', NO_LEVEL);
      }
    },
    meetCreate(whose) {
      if (whose === 'agent') enter('agent', NO_LEVEL);
      else if (here === 'unknown') enter('own', ANY_LEVEL);
    },
  };
}

/** What can be pressed tells of another place, unless it is the tab that is chosen. */
function isInForce(element: Element): boolean {
  const control = closest(element, CLICKABLE);
  return (
    !control ||
    attributeOf(control, 'aria-selected') === 'true' ||
    /^(page|true)$/.test(attributeOf(control, 'aria-current') ?? '')
  );
}

function levelOf(heading: Element): number {
  const level = Number(attributeOf(heading, 'aria-level') ?? localNameOf(heading).slice(1));
  return level >= 1 ? level : 2;
}
