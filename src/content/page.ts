/**
 * What the scripts in pages share: how a page is looked at. Put into a page before each of the others, which take it from
 * the global object of the extension's world (see `classicScripts` in vite.config.ts).
 */
export * from '../page/boxes';
export * from '../page/cover';
export * from '../page/dom';
export * from '../page/press';
export * from '../page/style';
export * from '../page/text';
export * from '../page/trees';
export * from '../page/visibility';
