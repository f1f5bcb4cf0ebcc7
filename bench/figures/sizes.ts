/** How many bytes there are: in pages, in the popup, in the package. */
import { zipSync } from 'fflate';
import { packageFile, packageFiles, scriptsOfPage } from '../../test/build/package-files';
import { builtExtension } from '../../test/e2e/built-extension';
import { counted, type Figure } from '../figure';
import { bytesInEveryPage, bytesOf, peerExtensions } from '../peers';

const OURS = builtExtension('chrome');

const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + packageFile('chrome', file).length, 0);

const zipped = (files: readonly string[]): number =>
  zipSync(Object.fromEntries(files.map((file) => [file, packageFile('chrome', file)])), { level: 9 })
    .byteLength;

export const sizes = async (): Promise<Figure[]> => {
  const { found, skipped } = await peerExtensions();
  const oneLanguage = packageFiles('chrome').filter((file) => !/^_locales\/(?!en\/)/.test(file));
  const declared = await bytesOf(OURS, () => true);
  return [
    {
      id: 'bytes-everywhere',
      title: 'Scripts in every page, and in each of its frames',
      unit: 'bytes',
      how: 'The scripts that the manifest puts into pages of every site.',
      wanted: '0',
      sides: [
        counted('this extension', 'ours', await bytesInEveryPage(OURS)),
        ...(await Promise.all(
          found.map(async ({ name, folder }) => counted(name, 'peer', await bytesInEveryPage(folder))),
        )),
      ],
      skipped,
    },
    {
      id: 'bytes-dagster',
      title: 'Script in Dagster+ pages',
      unit: 'bytes',
      how: 'The scripts that the manifest names.',
      wanted: 'at most 3,072',
      sides: [counted('this extension', 'ours', declared)],
    },
    {
      id: 'bytes-popup',
      title: 'JavaScript of the popup',
      unit: 'bytes',
      how: 'Minified; what is loaded before the popup draws for the first time.',
      wanted: 'at most 40,960',
      sides: [counted('this extension', 'ours', sizeOf(scriptsOfPage('chrome', 'extension/popup.html')))],
    },
    {
      id: 'bytes-package',
      title: 'The package, zipped',
      unit: 'bytes',
      how: 'As the stores get it.',
      wanted: 'at most 51,200 with one language and 76,800 with ten',
      sides: [
        counted('with one language', 'ours', zipped(oneLanguage)),
        counted('with all languages', 'ours', zipped(packageFiles('chrome'))),
        counted(
          'the words of all languages alone',
          'ours',
          zipped(packageFiles('chrome').filter((file) => file.startsWith('_locales/'))),
        ),
      ],
    },
  ];
};
