import type { LaunchOptions, TestBrowser } from './browser';
export async function launchFirefox(_options: LaunchOptions): Promise<TestBrowser> {
  throw new Error('later');
}
