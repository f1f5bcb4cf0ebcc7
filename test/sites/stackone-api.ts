/**
 * The part of StackOne's API that the Hub calls, as a pure request handler: it runs in the test server and in a page.
 *
 * The Hub's session token names the scenario, so one API serves pages (and Hubs on one page) with different forms.
 * Paths and bodies are those that `@stackone/hub` 1.10.1 – 1.11.4 sends (seen in its published code and by trial).
 */
import { type Connector, SCENARIOS, type Scenario, type ScenarioName } from './connectors';

interface ApiRequest {
  readonly method: string;
  /** Path and query: `/hub/connectors?provider=dagster`. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON; `undefined` where there is none. */
  readonly body?: unknown;
}

interface ApiAnswer {
  readonly status: number;
  /** To be sent as JSON. */
  readonly body: unknown;
}

/** What Connect sends. */
interface ConnectBody {
  readonly integration_id: string;
  readonly credentials: Readonly<Record<string, string>>;
}

export interface StackOneApi {
  handle(request: ApiRequest): ApiAnswer;
  /** Every request in order, without the preflights. */
  readonly received: { readonly method: string; readonly path: string; readonly body: unknown }[];
  /** What was linked (POST) or changed (PATCH, with the account's id). */
  readonly accounts: (ConnectBody & { readonly id: string })[];
  /** The next Connect answers 400 with this text; those after it succeed again. */
  refuseNextConnect(message: string): void;
  /** Requests that no path below knows. */
  readonly unexpected: string[];
  /** Forgets requests, accounts, and a refusal that was not used. */
  reset(): void;
}

const AUTHENTICATION_KEY = 'user_token';
const ENVIRONMENT = 'production';

/** The id under which the API offers a connector; Connect sends it back. */
export const integrationId = (connectorKey: string): string => `integration-${connectorKey}`;

/**
 * @param logoOrigin where connector logos come from; the path holds the connector's key as on the real host.
 */
export function stackOneApi(logoOrigin = 'https://stackone-logos.com'): StackOneApi {
  const received: StackOneApi['received'] = [];
  const accounts: StackOneApi['accounts'] = [];
  const unexpected: string[] = [];
  let refusal: string | undefined;

  const logo = (connector: Connector) =>
    connector.logo === false ? undefined : `${logoOrigin}/api/${connector.key}/filled/png`;

  function link(id: string, provider: string, body: unknown): ApiAnswer {
    if (refusal !== undefined) {
      const message = refusal;
      refusal = undefined;
      return { status: 400, body: { statusCode: 400, message, provider_response: message } };
    }
    accounts.push({ id, ...(body as ConnectBody) });
    return { status: 200, body: { id, provider } };
  }

  function answer({ method, path, body }: ApiRequest, scenario: Scenario): ApiAnswer | undefined {
    const { pathname, searchParams } = new URL(path, 'https://api.stackone.com');
    const [, , collection, id] = pathname.split('/');
    const ok = (value: unknown): ApiAnswer => ({ status: 200, body: value });
    const provider = scenario.connectors[0]?.key ?? '';
    switch (`${method} ${collection}${id ? '/id' : ''}`) {
      case 'GET settings':
        return ok({ enabled_features: [], existing_account_id: scenario.existing?.id });
      case 'GET connectors':
        return ok({
          integrations: scenario.connectors
            .filter(({ key }) => key === (searchParams.get('provider') ?? key))
            .map((connector) => integration(connector, logo(connector))),
        });
      case 'GET connectors/id': {
        const connector = scenario.connectors.find(({ key }) => integrationId(key) === id);
        return connector && ok({ config: config(connector, logo(connector)), hub_settings: {} });
      }
      case 'GET accounts/id':
        return scenario.existing?.id === id ? ok(account(scenario)) : undefined;
      case 'POST accounts':
        return link(`account-${accounts.length + 1}`, provider, body);
      case 'PATCH accounts/id':
        return link(id ?? '', provider, body);
    }
    return undefined;
  }

  return {
    received,
    accounts,
    unexpected,
    refuseNextConnect(message) {
      refusal = message;
    },
    reset() {
      refusal = undefined;
      for (const list of [received, accounts, unexpected]) list.length = 0;
    },
    handle(request) {
      const { method, path, body } = request;
      received.push({ method, path, body });
      const scenario = SCENARIOS[request.headers['x-hub-session-token'] as ScenarioName];
      const found = scenario && answer(request, scenario);
      if (found) return found;
      unexpected.push(`${method} ${path}`);
      return { status: 404, body: { statusCode: 404, message: `Nothing at ${method} ${path}` } };
    },
  };
}

const integration = (connector: Connector, logoUrl: string | undefined) => ({
  active: true,
  name: connector.name,
  provider: connector.key,
  type: 'orchestration',
  version: '1.0.0',
  authentication_config_key: AUTHENTICATION_KEY,
  environment: ENVIRONMENT,
  integration_id: integrationId(connector.key),
  logo_url: logoUrl,
});

function config(connector: Connector, logoUrl: string | undefined) {
  const { key, name, fields, notice } = connector;
  const guide =
    connector.guide === false
      ? undefined
      : `https://docs.stackone.com/connectors/${key}/guides/link-your-account`;
  const head = { key, name, type: 'custom', assets: { icon: logoUrl } };
  if (connector.config === 'legacy') {
    const form = { type: 'custom', fields, guide: { supportLink: guide, description: '' } };
    return { ...head, authentication: { [AUTHENTICATION_KEY]: { [ENVIRONMENT]: form } } };
  }
  return {
    ...head,
    support: { link: guide, description: '' },
    configFields: fields,
    configNotices: notice ? [{ key: 'notice', type: 'info', description: notice }] : [],
  };
}

function account({ connectors, existing }: Scenario) {
  const connector = connectors[0];
  const redacted = Object.entries(existing?.secretEndings ?? {}).map(([key, ending]) => [
    key,
    `__secretvalue:**redacted**${ending}`,
  ]);
  return {
    secureId: existing?.id,
    provider: connector?.key,
    setupInformation: existing?.values,
    secrets: Object.fromEntries(redacted),
    version: '1.0.0',
    integrationId: integrationId(connector?.key ?? ''),
  };
}
