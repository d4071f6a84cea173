import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listSubgraphs } from './subgraphs.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'subgraphs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function add(name: string, kompetanse: object | undefined, main = true) {
  mkdirSync(join(folder, name, 'src'), { recursive: true })
  writeFileSync(join(folder, name, 'package.json'), JSON.stringify({ kompetanse }))
  if (main) writeFileSync(join(folder, name, 'src/main.ts'), '')
}

describe('the list of subgraphs', () => {
  it('has every folder with a process, each after those that its seed builds on', () => {
    add('first', { port: 3, seedAfter: ['second'] })
    add('second', { port: 2 })
    add('third', { port: 1, seedAfter: ['first'] })
    expect(listSubgraphs(folder)).toEqual([
      { name: 'second', port: 2, seedAfter: [] },
      { name: 'first', port: 3, seedAfter: ['second'] },
      { name: 'third', port: 1, seedAfter: ['first'] },
    ])
  })

  it('passes over a folder that has no process yet', () => {
    add('later', undefined, false)
    expect(listSubgraphs(folder)).toEqual([])
  })

  it('is refused when a subgraph says no port, or seeds wait for each other', () => {
    add('silent', undefined)
    expect(() => listSubgraphs(folder)).toThrow('silent/package.json does not say')
    add('silent', { port: 1, seedAfter: ['other'] })
    add('other', { port: 2, seedAfter: ['silent'] })
    expect(() => listSubgraphs(folder)).toThrow('no order of seeds fits silent, other')
  })
})
