import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** A TCP socket on which something listens: its address, such as `127.0.0.1`, and its port. */
export interface Listening {
  readonly pid: number
  readonly address: string
  readonly port: number
}

/** The listening sockets of a process and of all that it has started. On Linux only. */
export function listeningOf(pid: number): readonly Listening[] {
  const sockets = listeningSockets()
  return descendantsOf(pid).flatMap((each) =>
    inodesOf(each).flatMap((inode) => {
      const found = sockets.get(inode)
      return found ? [{ pid: each, ...found }] : []
    }),
  )
}

/** With itself. */
function descendantsOf(pid: number): readonly number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(name)
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const walk = (each: number): number[] => [each, ...(children.get(each) ?? []).flatMap(walk)]
  return walk(pid)
}

function parentOf(pid: string): number {
  try {
    // The name of the program, in brackets, may have spaces.
    const [, rest = ''] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return Number(rest.split(' ')[1])
  } catch {
    return 0 // it has ended meanwhile
  }
}

function inodesOf(pid: number): readonly string[] {
  const folder = `/proc/${pid}/fd`
  try {
    return readdirSync(folder).flatMap(
      (name) => /^socket:\[(\d+)\]$/.exec(linkOf(`${folder}/${name}`))?.[1] ?? [],
    )
  } catch {
    return []
  }
}

function linkOf(file: string): string {
  try {
    return readlinkSync(file)
  } catch {
    return ''
  }
}

const LISTEN = '0A'

function listeningSockets(): ReadonlyMap<string, Omit<Listening, 'pid'>> {
  const found = new Map<string, Omit<Listening, 'pid'>>()
  for (const file of ['/proc/net/tcp', '/proc/net/tcp6'])
    for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/)
      const [address = '', port = ''] = local.split(':')
      if (state === LISTEN) found.set(inode, { address: addressOf(address), port: Number.parseInt(port, 16) })
    }
  return found
}

/** IPv4 addresses are reversed there, in hexadecimal digits; IPv6 ones are left as they are. */
const addressOf = (hex: string): string =>
  hex.length === 8 ? [...Buffer.from(hex, 'hex')].toReversed().join('.') : hex
