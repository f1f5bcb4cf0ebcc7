/** Draws a figure: a mark for each sample, a line at each median; kinds of sides differ in shape, not in colour only. */
import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { type Figure, type SideKind, summaryOf } from './figure';

export type Theme = 'light' | 'dark';

/** Each as dark or light as text must be on the background of a page. */
const COLORS: Readonly<Record<Theme, Readonly<Record<SideKind | 'text' | 'grid', string>>>> = {
  light: { ours: '#4338ca', peer: '#b45309', floor: '#57606a', text: '#1f2328', grid: '#d1d9e0' },
  dark: { ours: '#a5b4fc', peer: '#fbbf24', floor: '#9198a1', text: '#f0f6fc', grid: '#3d444d' },
};

const SHAPES: Readonly<Record<SideKind, string>> = { ours: 'circle', peer: 'triangle-up', floor: 'square' };

const ROW_PX = 34;
const WIDTH_PX = 560;

/** @returns an SVG on no background */
export async function plot(figure: Figure, theme: Theme): Promise<string> {
  const { spec } = compile(specOf(figure, theme));
  return new View(parse(spec), { renderer: 'none' }).toSVG();
}

function specOf({ title, unit, sides }: Figure, theme: Theme): TopLevelSpec {
  const colors = COLORS[theme];
  const kinds: SideKind[] = ['ours', 'peer', 'floor'];
  const samples = sides.flatMap(({ name, kind, samples }) => samples.map((value) => ({ name, kind, value })));
  const medians = sides.map((side) => ({ name: side.name, kind: side.kind, value: summaryOf(side).median }));
  const y = {
    field: 'name',
    type: 'nominal',
    sort: sides.map(({ name }) => name),
    axis: { title: null, labelLimit: 320, ticks: false, domain: false, labelPadding: 8 },
  } as const;
  const x = {
    field: 'value',
    type: 'quantitative',
    scale: { zero: true, nice: true },
    axis: { title: unit },
  } as const;
  const color = {
    field: 'kind',
    type: 'nominal',
    scale: { domain: kinds, range: kinds.map((kind) => colors[kind]) },
    legend: null,
  } as const;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    title: { text: title, anchor: 'start', color: colors.text, fontSize: 14 },
    width: WIDTH_PX,
    height: sides.length * ROW_PX,
    background: 'transparent',
    config: {
      font: 'system-ui, sans-serif',
      view: { stroke: null },
      axis: {
        aria: false,
        labelColor: colors.text,
        titleColor: colors.text,
        gridColor: colors.grid,
        labelFontSize: 12,
      },
    },
    layer: [
      {
        data: { values: samples },
        mark: { type: 'point', aria: false, size: 45, filled: false, opacity: 0.75 },
        encoding: {
          x,
          y,
          color,
          shape: {
            field: 'kind',
            type: 'nominal',
            scale: { domain: kinds, range: kinds.map((kind) => SHAPES[kind]) },
            legend: null,
          },
        },
      },
      {
        data: { values: medians },
        mark: { type: 'tick', aria: false, thickness: 3, size: ROW_PX - 10, opacity: 1 },
        encoding: { x, y, color },
      },
    ],
  };
}
