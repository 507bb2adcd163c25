// Stamps pictures with sharp on request: one line in (number of a picture, or "cpu"), one line out.
const fs = require('fs');
const readline = require('readline');
const sharp = require('sharp');

sharp.concurrency(1);
sharp.cache(false);
// lines of "picture <tab> tile", as the bench wrote them
const pictures = fs
  .readFileSync(process.argv[2], 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'))
  .map(([picture, tile]) => ({ received: fs.readFileSync(picture), tile: fs.readFileSync(tile) }));

async function stamp({ received, tile }) {
  return sharp(received)
    .autoOrient()
    .composite([{ input: tile, tile: true, gravity: 'northwest' }])
    .jpeg({ quality: 80 })
    .toBuffer();
}

async function answer(line) {
  if (line === 'cpu') {
    const used = process.cpuUsage();
    return String(used.user + used.system);
  }
  const [what, number] = line.split(' ');
  const stamped = await stamp(pictures[number]);
  return what === 'bytes' ? stamped.toString('base64') : String(stamped.length);
}

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const reply = await answer(line).catch((e) => 'error ' + e.message.split('\n')[0]);
    process.stdout.write(reply + '\n');
  }
})();
