import type { Viewer } from '#lib/shell/viewer.ts'
import type { ShellTab } from '#lib/shell/tabs.ts'
import type { Found, Reach } from './queries.ts'

/** One search result, as a link. `code` is shown before the text; `note` tells where it belongs. */
export type Hit = { href: string; text: string; code?: string; note?: string }
export type HitKind = 'pages' | 'goals' | 'persons' | 'curriculum'
/** `total`: how many there are; the list may be shorter. */
export type HitGroup = { kind: HitKind; hits: readonly Hit[]; total: number }

/** Shorter texts are not searched for. */
export const LEAST_LETTERS = 2

/** What the viewer has anything to search in. */
export const reachOf = (viewer: Viewer | undefined): Reach => {
  const has = (...one: readonly string[]) =>
    viewer?.profile?.workspaces.some((workspace) => one.includes(workspace)) ?? false
  return {
    own: has('OWN_TRAINING'),
    led: has('EMPLOYEE_FOLLOW_UP'),
    standIn: has('EMPLOYEE_FOLLOW_UP') && (viewer?.profile?.deputyships.length ?? 0) > 0,
    mentored: has('MY_MENTEES'),
    administered: has('ADMINISTRATION', 'SUPPORT'),
    curriculum: has('ADMINISTRATION'),
  }
}

type Page = Pick<ShellTab, 'href' | 'text'>

/** The viewer's own pages whose name has every word; all of them while nothing is written. */
export const pagesNamed = (pages: readonly Page[], text: string): HitGroup => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const hits = pages
    .filter((page) => words.every((word) => page.text.toLowerCase().includes(word)))
    .map(({ href, text }) => ({ href, text }))
  return { kind: 'pages', hits, total: hits.length }
}

type Connection<Node> = { totalCount: number; edges: readonly { node: Node }[] } | null | undefined
const nodes = <Node>(connection: Connection<Node>): Node[] => connection?.edges.map(({ node }) => node) ?? []
const sum = (connections: readonly Connection<unknown>[]): number =>
  connections.reduce((total, connection) => total + (connection?.totalCount ?? 0), 0)

const goals = ({ viewer }: Found): HitGroup => {
  const plans = (viewer?.trainee?.assignedPlans?.edges ?? []).map(({ node }) => node.goals)
  const hits = plans.flatMap(nodes).map(({ id, definition }) => ({
    href: `/mal/${id}`,
    code: definition.code,
    text: definition.wording,
  }))
  return { kind: 'goals', hits, total: sum(plans) }
}

type Person = { id: string; displayName: string; unit?: { name: string } | null }
const personAt = (folder: string, { id, displayName, unit }: Person): Hit => ({
  href: `/${folder}/${id}`,
  text: displayName,
  ...(unit && { note: unit.name }),
})

/** Doctors in training first. Somebody who is found in two ways is listed once. */
const persons = ({ led, standIn, mentored, administered }: Found): HitGroup => {
  const trainees = [led, standIn, mentored].flatMap(nodes).map(({ trainee }) => trainee)
  const found = new Map<string, Hit>()
  for (const one of trainees) found.set(one.id, personAt('lege', one))
  for (const one of nodes(administered)) if (!found.has(one.id)) found.set(one.id, personAt('brukere', one))
  const shown = trainees.length + nodes(administered).length
  const left = sum([led, standIn, mentored, administered]) - shown
  return { kind: 'persons', hits: [...found.values()], total: found.size + left }
}

const curriculum = ({ curriculum: found }: Found): HitGroup => ({
  kind: 'curriculum',
  hits: nodes(found).map(({ id, code, wording }) => ({
    href: `/laeringsaktiviteter/${id}`,
    code,
    text: wording,
  })),
  total: sum([found]),
})

/** What the graph found, by kind, in the order it is shown. */
export const hitsOf = (found: Found | undefined): HitGroup[] =>
  found ? [goals(found), persons(found), curriculum(found)].filter(({ hits }) => hits.length > 0) : []
