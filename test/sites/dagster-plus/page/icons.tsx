/** Line icons on a 20-pixel grid. */
import type { Section } from './routes';

const icon = (path: string) => () => (
  <svg
    width="18"
    height="18"
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
);

export const PlusIcon = icon('M10 4v12M4 10h12');
export const PencilIcon = icon('M4 16l.8-3.2L13.6 4l2.4 2.4-8.8 8.8L4 16z');
export const ChevronIcon = icon('M6 8l4 4 4-4');
export const SearchIcon = icon('M9 4a5 5 0 100 10A5 5 0 009 4zm3.6 8.6L16 16');
export const HelpIcon = icon(
  'M10 3a7 7 0 100 14 7 7 0 000-14zM8 8.2c.2-2.8 4-2.4 4 0 0 1.5-2 1.7-2 3.2M10 14.2v.1',
);
export const BranchIcon = icon('M6 4v12M6 11c5 0 8-1 8-5M14 6a1.5 1.5 0 100-3 1.5 1.5 0 000 3z');

export const SECTION_ICONS: Record<Section, () => preact.JSX.Element> = {
  overview: icon('M3 10l7-6 7 6M5 9v7h10V9'),
  runs: icon('M4 5h8M4 10h12M4 15h6'),
  assets: icon('M10 3l6 3.5v7L10 17l-6-3.5v-7L10 3zM4 6.5l6 3.5 6-3.5M10 10v7'),
  jobs: icon('M3 7h14v9H3zM7 7V4h6v3M3 11h14'),
  automation: icon('M10 3a7 7 0 100 14 7 7 0 000-14zM10 6v4l3 2'),
  deployment: icon('M4 4h12v5H4zM4 11h12v5H4zM7 6.5h.1M7 13.5h.1'),
};

/** The mark beside the product's name. */
export function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
      <rect width="26" height="26" rx="7" fill="#4f43dd" />
      <path
        d="M7 15.5c2.5 3.5 9.5 3.5 12-1"
        fill="none"
        stroke="#fff"
        stroke-width="2.4"
        stroke-linecap="round"
      />
      <circle cx="9.5" cy="9.5" r="1.8" fill="#fff" />
      <circle cx="15.5" cy="9.5" r="1.8" fill="#a9a3ff" />
    </svg>
  );
}
