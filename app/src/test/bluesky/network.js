'use strict';

// A real Bluesky network on loopback for the end-to-end tests: a directory of accounts, a server that keeps them, an
// AppView, and its firehose as Jetstream, version 1. It has a Redis of its own and wants a PostgreSQL.
//
//   node network.js prepare DIR           once after `npm ci --ignore-scripts` in DIR: compiles what has to be
//   node network.js serve DIR POSTGRES    a fresh network; it prints {"stream":...,"api":...} when it listens
//
// While serving, each line of standard input is something that somebody does, answered by one line of standard output once the
// whole network knows of it. An account comes into being when it is first named.
//   {"does":"post","who":"ann","text":"..."}                            ->  {"uri":"at://..."}
//   {"does":"reply","who":"bob","to":"at://...","root":"at://...","text":"..."}   likewise
//   {"does":"like"|"repost"|"delete","who":"bob","what":"at://..."}, {"does":"follow","who":"bob","whom":"ann"}
//   {"does":"hang up"}                                                  the stream drops all its listeners
// The end of standard input (also when the parent dies) ends the network and its Redis.

const {spawn, spawnSync} = require('child_process');
const fs = require('fs');
const net = require('net');
const os = require('os');
const path = require('path');
const readline = require('readline');

const [command, directory, postgres] = process.argv.slice(2);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'bluesky-'));
const refs = new Map(); // of everything that was written, by its address
let network;
let people;
let jetstream;
let streamed = 0; // the number of the last event of the firehose that went into it

process.once('exit', () => fs.rmSync(scratch, {recursive: true, force: true}));
process.on('unhandledRejection', fail);
main().catch(fail);

async function main() {
  await (command === 'prepare' ? prepare() : serve());
}

/** Its database is written in C; how fast it is does not matter here, how long the compiler takes does. */
function prepare() {
  const home = path.resolve(process.execPath, '../..');
  const headers = fs.existsSync(path.join(home, 'include/node/node.h')) ? {npm_config_nodedir: home} : {};
  const run = spawnSync(process.env.TOCSIN_NPM || 'npm', ['rebuild', '--foreground-scripts', 'better-sqlite3'], {
    cwd: directory,
    stdio: 'inherit',
    env: {...process.env, ...headers, npm_config_build_from_source: 'true', CFLAGS: '-O0', CXXFLAGS: '-O0'},
  });
  process.exit(run.status === 0 ? 0 : 1);
}

async function serve() {
  process.env.TMPDIR = scratch; // of all that the network writes
  process.env.LOG_ENABLED = 'false';
  listenOnLoopbackOnly();
  process.env.REDIS_HOST = await startRedis();
  const {TestNetwork} = require('@atproto/dev-env');
  network = await TestNetwork.create({dbPostgresUrl: postgres, dbPostgresSchema: 'tocsin'});
  people = network.getSeedClient();
  jetstream = await startJetstream();
  say({stream: 'http://127.0.0.1:' + jetstream.address().port + '/subscribe', api: network.bsky.url});
  takeDeeds();
}

function takeDeeds() {
  let last = Promise.resolve();
  readline.createInterface({input: process.stdin})
      .on('line', line => last = last.then(() => act(JSON.parse(line))).then(say).catch(fail))
      .on('close', () => process.exit(0));
}

async function act(deed) {
  const answer = await DEEDS[deed.does](deed);
  await network.processAll();
  await isStreamed(await network.pds.ctx.sequencer.curr());
  return answer || {};
}

async function isStreamed(last) {
  for (const end = Date.now() + 60000; streamed < last; await new Promise(done => setTimeout(done, 5))) {
    if (Date.now() > end) throw new Error('The firehose stopped at ' + streamed + ' of ' + last);
  }
}

const DEEDS = {
  async post({who, text}) {
    return written((await people.post(await account(who), text)).ref);
  },
  async reply({who, to, root, text}) {
    return written((await people.reply(await account(who), refs.get(root), refs.get(to), text)).ref);
  },
  async like({who, what}) {
    await people.like(await account(who), refs.get(what));
  },
  async repost({who, what}) {
    return written(await people.repost(await account(who), refs.get(what)));
  },
  async delete({who, what}) {
    await people.deletePost(await account(who), refs.get(what).uri);
  },
  async follow({who, whom}) {
    await people.follow(await account(who), await account(whom));
  },
  async 'hang up'() {
    jetstream.clients.forEach(client => client.terminate());
  },
};

function written(ref) {
  refs.set(ref.uriStr, ref);
  return {uri: ref.uriStr};
}

async function account(name) {
  if (!people.dids[name]) {
    await people.createAccount(name, {email: name + '@example.org', handle: name + '.test', password: 'not-a-secret'});
    await people.createProfile(people.dids[name], name.toUpperCase(), '');
  }
  return people.dids[name];
}

/** Speaks as https://github.com/bluesky-social/jetstream documents. */
async function startJetstream() {
  const {IdResolver} = require('@atproto/identity');
  const {Firehose, MemoryRunner} = require('@atproto/sync');
  const {WebSocketServer} = require('ws');
  const server = new WebSocketServer({host: '127.0.0.1', port: 0, path: '/subscribe'});
  const said = [];
  server.on('connection', (client, request) => {
    const query = new URL(request.url, 'http://localhost').searchParams;
    client.collections = query.getAll('wantedCollections');
    const cursor = Number(query.get('cursor') || Infinity);
    said.filter(event => event.time_us >= cursor).forEach(event => tell(client, event));
  });
  new Firehose({
    service: network.pds.url.replace('http', 'ws'),
    idResolver: new IdResolver({plcUrl: network.plc.url}),
    runner: new MemoryRunner({startCursor: 0}),
    unauthenticatedCommits: true,
    unauthenticatedHandles: true,
    handleEvent: happened => {
      const event = asJetstream(happened, said.length ? said.at(-1).time_us : 0);
      if (event) {
        said.push(event);
        server.clients.forEach(client => tell(client, event));
      }
      streamed = Math.max(streamed, happened.seq);
    },
    onError: error => process.stderr.write(error + ' ' + (error.cause || '') + '\n'),
  }).start();
  await new Promise(done => server.address() ? done() : server.once('listening', done));
  return server;
}

function asJetstream(happened, last) {
  const base = {did: happened.did, time_us: Math.max(last + 1, Date.now() * 1000)};
  switch (happened.event) {
    case 'create':
    case 'update':
    case 'delete': {
      const {rev, event: operation, collection, rkey, record, cid} = happened;
      const content = operation === 'delete' ? {} : {record, cid: cid.toString()};
      return {...base, kind: 'commit', commit: {rev, operation, collection, rkey, ...content}};
    }
    case 'identity':
    case 'account':
      return {...base, kind: happened.event, [happened.event]: {did: happened.did, seq: happened.seq,
        time: happened.time, active: happened.active, status: happened.status}};
    default:
      return null;
  }
}

function tell(client, event) {
  if (event.kind !== 'commit' || !client.collections.length || client.collections.includes(event.commit.collection)) {
    client.send(JSON.stringify(event));
  }
}

/** Whatever asks for a port gets it on 127.0.0.1. */
function listenOnLoopbackOnly() {
  const listen = net.Server.prototype.listen;
  net.Server.prototype.listen = function (...given) {
    const [first] = given;
    if (first === undefined || typeof first === 'number' || typeof first === 'string' && /^\d+$/.test(first)) {
      const done = given.find(one => typeof one === 'function');
      return listen.call(this, {port: Number(first || 0), host: '127.0.0.1'}, done);
    }
    if (first && typeof first === 'object' && 'port' in first && !first.path) {
      return listen.call(this, {...first, host: '127.0.0.1'}, ...given.slice(1));
    }
    return listen.apply(this, given);
  };
}

async function startRedis() {
  const port = await freePort();
  const child = spawn('redis-server',
      ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--dir', scratch], {stdio: 'ignore'});
  child.once('error', fail);
  process.once('exit', () => child.kill('SIGKILL'));
  await answering(port);
  return '127.0.0.1:' + port;
}

async function answering(port) {
  for (;;) {
    const open = await new Promise(done => {
      const probe = net.connect(port, '127.0.0.1', () => { probe.destroy(); done(true); });
      probe.once('error', () => setTimeout(done, 50, false));
    });
    if (open) return;
  }
}

function freePort() {
  return new Promise(done => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const {port} = probe.address();
      probe.close(() => done(port));
    });
  });
}

function say(answer) {
  process.stdout.write(JSON.stringify(answer) + '\n');
}

function fail(error) {
  process.stderr.write((error.stack || error) + '\n');
  process.exit(1);
}
