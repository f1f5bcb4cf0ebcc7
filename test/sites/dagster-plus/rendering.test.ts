import { expect, it } from 'vitest';
import { RENDERINGS, renderingFrom, USUAL_RENDERING } from './rendering';

it.each(Object.entries(RENDERINGS).flatMap(([name, choices]) => choices.map((choice) => [name, choice])))(
  'draws with %s=%s when the address says so',
  (name = '', choice = '') => {
    const rendering = renderingFrom(new URLSearchParams({ [name]: choice }), USUAL_RENDERING);
    expect(rendering).toEqual({ ...USUAL_RENDERING, [name]: choice });
  },
);

it('ignores a choice or a parameter that it does not know', () => {
  expect(renderingFrom(new URLSearchParams('rows=list&page=2'), USUAL_RENDERING)).toEqual(USUAL_RENDERING);
});
