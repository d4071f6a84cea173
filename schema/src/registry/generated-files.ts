import type { Operations } from './changes/breaks.ts'
import type { Composition, Texts } from './compose.ts'
import { isFormer, publishedFiles, type Files } from './published-state.ts'

/** The files that follow from the subgraphs and the clients' sources, the published state among them. */
export function generatedFiles(subgraphs: Texts, composition: Composition, operations: Operations): Files {
  const files: Record<string, string> = { 'supergraph.graphql': composition.supergraph }
  for (const [name, text] of Object.entries(subgraphs)) files[`subgraphs/${name}.graphql`] = text
  return { ...files, ...publishedFiles(composition, operations) }
}

/** Where the files that are committed are not those that follow from the code. */
export function drift(expected: Files, committed: Files): string[] {
  const changed = Object.keys(expected).filter((path) => committed[path] !== expected[path])
  const gone = Object.keys(committed).filter((path) => expected[path] === undefined && !isFormer(path))
  return [
    ...changed.map((path) => `schema/${path} is not what the code gives: run schema:publish and commit it`),
    ...gone.map((path) => `schema/${path} is no longer generated: run schema:publish and commit its removal`),
  ]
}
