// Loaded before a supervised process: should the supervisor be killed, the process ends instead of holding port and database.
const GRACE_MS = 10_000;

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
});
// Listening must not keep a process alive that has nothing else to do.
process.channel?.unref();
