import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startProcess } from './managed-process.ts'
import { Part } from './part.ts'
import { ROOT } from './root.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'managed-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function script(name: string, source: string): string {
  writeFileSync(join(folder, name), source)
  return relative(ROOT, join(folder, name))
}
const server = 'console.log(JSON.stringify({ ready: "it", port: 1 })); setInterval(() => {}, 1000)'
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe('a managed process', () => {
  it('is started once it reports ready, and ended by stop', async () => {
    const it = await startProcess({
      name: 'it',
      script: script('a.mjs', server),
      env: {},
      logFile: join(folder, 'log'),
    })
    await it.stop()
    expect(await it.exited).toBe(143)
  })

  it('that ends before it is ready is an error with its last words', async () => {
    const failing = script('b.mjs', 'console.error("no database"); process.exit(3)')
    const start = startProcess({ name: 'it', script: failing, env: {}, logFile: join(folder, 'log') })
    await expect(start).rejects.toThrow(/it ended \(3\) before it was ready:\nno database/)
  })

  it('that is not wanted any more before it is ready is ended', async () => {
    const slow = script(
      'e.mjs',
      `import { writeFileSync } from 'node:fs'
      writeFileSync(${JSON.stringify(join(folder, 'slow'))}, String(process.pid)); setInterval(() => {}, 1000)`,
    )
    const abort = new AbortController()
    const options = { name: 'it', script: slow, env: {}, logFile: join(folder, 'log') }
    const start = startProcess(options, abort.signal)
    await expect.poll(() => existsSync(join(folder, 'slow'))).toBe(true)
    abort.abort()
    await expect(start).rejects.toThrow('it ended (null) before it was ready')
    await expect.poll(() => isAlive(Number(readFileSync(join(folder, 'slow'), 'utf8')))).toBe(false)
  })

  it('gets its address and its database only by its own definition', async () => {
    const names = ['HOST', 'DATABASE_URL', 'MIGRATION_DATABASE_URL', 'LOG_LEVEL']
    const telling = script(
      'f.mjs',
      `import { writeFileSync } from 'node:fs'
      writeFileSync(${JSON.stringify(join(folder, 'env'))}, JSON.stringify(process.env)); ${server}`,
    )
    for (const name of names) vi.stubEnv(name, 'of the one who starts')
    const options = {
      name: 'it',
      script: telling,
      env: { DATABASE_URL: 'own' },
      logFile: join(folder, 'log'),
    }
    await (await startProcess(options)).stop()
    vi.unstubAllEnvs()
    const env = JSON.parse(readFileSync(join(folder, 'env'), 'utf8')) as Record<string, string>
    expect(names.map((name) => env[name])).toEqual([undefined, 'own', undefined, 'of the one who starts'])
  })

  it('that is killed as a part is another process soon, and the line says by what it ended', async () => {
    const pids = join(folder, 'pids')
    const mortal = script(
      'g.mjs',
      `import { appendFileSync } from 'node:fs'
      appendFileSync(${JSON.stringify(pids)}, process.pid + ' '); ${server}`,
    )
    const options = { name: 'progress', script: mortal, env: {}, logFile: join(folder, 'log') }
    const lines: string[] = []
    const part = new Part({
      ...{ name: 'progress', restarts: true, say: (line: string) => lines.push(line) },
      launch: (signal) => startProcess(options, signal),
    })
    await part.start()
    const started = () => readFileSync(pids, 'utf8').trim().split(' ').map(Number)
    process.kill(started()[0] ?? 0, 'SIGKILL')
    await expect
      .poll(() => lines, { timeout: 10_000 })
      .toEqual([expect.stringMatching(/^progress ended \(137\); started again in \d+\.\d s$/)])
    expect([part.state, started().map(isAlive)]).toEqual(['running', [false, true]])
    await part.stop()
    expect(started().map(isAlive)).toEqual([false, false])
  })

  it('whose script does not exist is an error that names the script', async () => {
    const start = startProcess({
      name: 'web',
      script: 'web/nothing.ts',
      env: {},
      logFile: join(folder, 'log'),
    })
    await expect(start).rejects.toThrow('web cannot start: there is no web/nothing.ts')
  })

  it('ends when the one that started it is killed without warning', async () => {
    const child = script(
      'c.mjs',
      `import { writeFileSync } from 'node:fs'
      writeFileSync(${JSON.stringify(join(folder, 'pid'))}, String(process.pid)); ${server}`,
    )
    const options = { name: 'it', script: child, env: {}, logFile: join(folder, 'log') }
    const starter = script(
      'd.mjs',
      `import { startProcess } from ${JSON.stringify(join(import.meta.dirname, 'managed-process.ts'))}
      await startProcess(${JSON.stringify(options)}); process.kill(process.pid, 'SIGKILL')`,
    )
    await new Promise((resolve) => spawn(process.execPath, [join(ROOT, starter)]).once('exit', resolve))
    const pid = Number(readFileSync(join(folder, 'pid'), 'utf8'))
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
  })
})
