import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** For tests: a folder with these files, until it is disposed of. */
export function folderOfSources(
  files: Readonly<Record<string, string>>,
): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'sources-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(path, dirname(file)), { recursive: true })
    writeFileSync(join(path, file), text)
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) }
}
