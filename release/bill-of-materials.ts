/** What others wrote that is in the packages, as CycloneDX (https://cyclonedx.org): what npm says, made reproducible. */

interface Bom {
  serialNumber?: string;
  metadata: {
    timestamp: string;
    tools: { version?: string }[];
    component: { name: string };
  };
}

/**
 * @param fromNpm what `npm sbom --sbom-format cyclonedx` prints
 * @param name the project's own name; npm writes that of the folder
 * @param date of the sources, in place of the present
 */
export function billOfMaterials(fromNpm: string, name: string, date: Date): string {
  const { serialNumber: _, ...bom } = JSON.parse(fromNpm) as Bom;
  bom.metadata.timestamp = date.toISOString();
  bom.metadata.component.name = name;
  for (const tool of bom.metadata.tools) delete tool.version;
  return `${JSON.stringify(bom, null, 2)}\n`;
}
