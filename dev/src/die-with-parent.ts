// Preloaded into every process of the system: when the one that started it is gone, however that happened, it stops too.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
