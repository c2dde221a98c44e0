/** A BOM as a file, put together here of the pages that the API gives out: no BOM is too large for that. */
import type { ExportFormat, ExportPage } from '../../../shared/api/export.ts';
import type { Api } from '../lib/api.ts';
import { saveFile } from '../lib/save-file.ts';

export const FORMAT_WORDS: Readonly<Record<ExportFormat, string>> = {
  xlsx: 'Excel workbook',
  csv: 'CSV',
  json: 'JSON, all that is known',
  kicad_fields: 'Fields for KiCad',
  altium_fields: 'Fields for Altium',
};

/**
 * Saves the whole file once it is written, and nothing of one that breaks off.
 * @param onLines how many lines have been read
 */
export async function exportBom(
  api: Api,
  bomId: string,
  { format, boards }: { readonly format: ExportFormat; readonly boards: number },
  onLines: (lines: number) => void,
): Promise<void> {
  const { fileName, writeExport } = await import('../../../shared/bom/export/write.ts');
  let name = '';
  async function* pages(): AsyncGenerator<ExportPage> {
    let lines = 0;
    for (let after: number | null = 0; after !== null;) {
      const page: ExportPage = await api.call('GET /boms/:bom_id/export/pages', {
        params: { bom_id: bomId },
        query: { after: `${after}` },
      });
      yield page;
      name = page.name;
      after = page.next;
      onLines(lines += page.lines.length);
    }
  }
  const pieces: BlobPart[] = [];
  for await (const piece of writeExport(format, pages(), boards)) pieces.push(piece as BlobPart);
  saveFile(new Blob(pieces), fileName(name, format));
}
