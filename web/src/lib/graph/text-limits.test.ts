import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, getNamedType, isInputObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { textLimits } from './generated/text-limits.ts'

const SOURCES = join(import.meta.dirname, '../..')
const SCHEMA = join(import.meta.dirname, '../../../../schema/api.graphql')

const components = globSync('**/*.svelte', { cwd: SOURCES }).map((file) => ({
  file,
  text: readFileSync(join(SOURCES, file), 'utf8'),
}))

const LIMIT = /\bmaxlength\s*=\s*(.+)/g
const OF_THE_GRAPH = /^\{?(?:MOST_CHARACTERS\.\w+|textLimits\['[\w.]+'\])/
/** Limits that are written out, and not the graph's by name. */
const ownLimits = (text: string) =>
  [...text.matchAll(LIMIT)].map(([, limit = '']) => limit).filter((limit) => !OF_THE_GRAPH.test(limit))

const SEARCH = /<[iI]nput\b[^>]*?(?:type|inputmode)="search"[^]*?\/>/g

describe('how long a text may be', () => {
  it('is known of each text that the graph takes less of', () => {
    const told = Object.values(buildSchema(readFileSync(SCHEMA, 'utf8')).getTypeMap())
      .filter(isInputObjectType)
      .flatMap((input) =>
        Object.values(input.getFields())
          .filter(({ type }) => getNamedType(type).name === 'String')
          .filter(({ description }) => /TEXT_TOO_LONG/.test(description ?? ''))
          .map(({ name }) => `${input.name}.${name}`),
      )
    expect(told.length).toBeGreaterThan(10)
    expect(Object.keys(textLimits)).toEqual(told)
    expect(textLimits['OpenRecordInput.reason']).toBe(500)
    expect(textLimits['EditConversationAgendaInput.topics']).toBe(500)
  })

  it('is the graph’s in each field', () => {
    expect(components.filter(({ text }) => text.includes('maxlength')).length).toBeGreaterThan(10)
    expect(
      components.flatMap(({ file, text }) => ownLimits(text).map((limit) => `${file}: ${limit}`)),
    ).toEqual([])
  })

  it('is that of a search in each field to search in', () => {
    const inputs = components.flatMap(({ file, text }) =>
      [...text.matchAll(SEARCH)].map(([input]) => ({ file, input })),
    )
    expect(inputs.length).toBeGreaterThanOrEqual(10)
    const others = inputs.filter(({ input }) => !input.includes('maxlength={MOST_CHARACTERS.search}'))
    expect(others.map(({ file }) => file)).toEqual([])
  })

  it.each(['maxlength="200"', 'maxlength={10_000}', 'maxlength={LONGEST_NAME}', 'maxlength = 500,'])(
    'control: %s is a limit of its own',
    (text) => expect(ownLimits(text)).toHaveLength(1),
  )
})
