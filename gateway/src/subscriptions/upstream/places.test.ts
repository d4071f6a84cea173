import { describe, expect, it } from 'vitest'
import { Probe } from '../../../testing/subscriptions/socket-scene.ts'
import { Places } from './places.ts'

const aPlace = (canResume = true) => new Probe(canResume)

describe('B02 the streams on a socket', () => {
  it('each has an id of its own, and is to be asked for once on each socket', () => {
    const places = new Places()
    const [one, other] = [aPlace(), aPlace()]
    const ids = [places.add(one), places.add(other)]
    const [first = '', second = ''] = ids
    expect([new Set(ids).size, places.size, places.unsent]).toEqual([2, 2, ids])
    expect([places.isSent(first), places.markSent(first)]).toEqual([false, one])
    expect([places.isSent(first), places.isSent(second), places.unsent]).toEqual([true, false, [second]])
    places.onNewSocket()
    expect([places.isSent(first), places.unsent, places.get(second)]).toEqual([false, ids, other])
  })

  it('that are removed are no more, nor to be asked for', () => {
    const places = new Places()
    const id = places.add(aPlace())
    expect(places.remove(id)).toBeInstanceOf(Probe)
    expect([places.size, places.unsent, places.isSent(id), places.markSent(id), places.remove(id)]).toEqual([
      0,
      [],
      false,
      undefined,
      undefined,
    ])
  })

  it('for whom something holds are taken out together', () => {
    const places = new Places()
    const [stays, goes] = [aPlace(true), aPlace(false)]
    const ids = [places.add(stays), places.add(goes)]
    for (const id of ids) places.hold(id)
    expect(places.take((sink) => !sink.resumable())).toEqual([])
    goes.asked = 1
    expect(places.take((sink) => !sink.resumable())).toEqual([goes])
    expect([places.size, places.get(ids[0] ?? ''), places.isHeld]).toEqual([1, stays, true])
    expect(places.take(() => true)).toEqual([stays])
    expect([places.size, places.isHeld, places.unsent]).toEqual([0, false, []])
  })
})

describe('B02 a socket that is held', () => {
  it('from the first who holds it to the last who lets go', () => {
    const places = new Places()
    const [one, other] = [places.add(aPlace()), places.add(aPlace())]
    expect([places.isHeld, places.hold(one), places.hold(other), places.isHeld]).toEqual([
      false,
      true,
      false,
      true,
    ])
    expect([places.release(one), places.isHeld]).toEqual([false, true])
    expect([places.release(one), places.release(other), places.isHeld]).toEqual([false, true, false])
  })

  it('is not by who has left, and nobody holds the next', () => {
    const places = new Places()
    const id = places.add(aPlace())
    places.hold(id)
    places.onNewSocket()
    expect([places.isHeld, places.release(id)]).toEqual([false, false])
    places.remove(id)
    expect([places.hold(id), places.isHeld]).toEqual([false, false])
  })
})
