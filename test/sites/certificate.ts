import { generate } from 'selfsigned';

let made: Promise<{ key: string; cert: string }> | undefined;

/** A self-signed certificate, made in memory once per process; browsers must be told to ignore who signed it. */
export function certificate(): Promise<{ key: string; cert: string }> {
  made ??= generate([{ name: 'commonName', value: 'test sites' }], {
    keyType: 'ec',
    algorithm: 'sha256',
  }).then(({ private: key, cert }) => ({ key, cert }));
  return made;
}
