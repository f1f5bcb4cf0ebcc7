/** Rows and columns, drawn as a table or as absolutely positioned boxes. */
import { type ComponentChildren, h } from 'preact';
import { boot } from './boot-data';
import look from './look.module.css';

export interface Row {
  readonly key: string;
  readonly cells: readonly ComponentChildren[];
}

interface RowsProps {
  readonly columns: readonly ComponentChildren[];
  /** Grid tracks of the columns. */
  readonly tracks: string;
  readonly rows: readonly Row[];
}

const ROW_HEIGHT_PX = 52;

export function Rows(props: RowsProps) {
  return boot.rendering.rows === 'table' ? <TableRows {...props} /> : <DivRows {...props} />;
}

/** Children that never change places need no keys, so they are passed one by one. */
const inEach = (tag: 'th' | 'td' | 'div', contents: readonly ComponentChildren[], className?: string) =>
  contents.map((content) => h(tag, { class: className }, content));

function TableRows({ columns, tracks, rows }: RowsProps) {
  return (
    <table class={look.table} style={{ '--tracks': tracks }}>
      <thead>{h('tr', {}, ...inEach('th', columns))}</thead>
      <tbody>{rows.map(({ key, cells }) => h('tr', { key }, ...inEach('td', cells)))}</tbody>
    </table>
  );
}

function DivRows({ columns, tracks, rows }: RowsProps) {
  const place = (position: number) => ({
    height: `${ROW_HEIGHT_PX}px`,
    transform: `translateY(${position * ROW_HEIGHT_PX}px)`,
  });
  return (
    <div style={{ '--tracks': tracks }}>
      {h('div', { class: look.divHeader }, ...inEach('div', columns))}
      <div class={look.divRows} style={{ height: `${rows.length * ROW_HEIGHT_PX}px` }}>
        {rows.map(({ key, cells }, position) =>
          h(
            'div',
            { key, class: look.divRow, style: place(position) },
            ...inEach('div', cells, look.divCell),
          ),
        )}
      </div>
    </div>
  );
}
