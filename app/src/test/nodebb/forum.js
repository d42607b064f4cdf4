'use strict';

// A real NodeBB 1.4 forum on loopback for the end-to-end tests, with a Redis of its own behind a unix socket.
//
//   node forum.js prepare DIR   once after `npm ci` in DIR: sets the forum up and keeps its database in DIR/forum.rdb
//   node forum.js serve DIR     a fresh forum from that state; it prints {"url":...} when it listens
//
// While serving, each line of standard input is one post, answered by one line of standard output:
//   {"author":"li","category":2,"title":"...","text":"..."}  a new topic    ->  {"topic":1,"post":1}
//   {"author":"li","topic":1,"text":"..."}                   a reply to it  ->  {"topic":1,"post":2}
//   {"author":"li","topic":1,"text":"...","to":2}            a reply to a reply, likewise
// and some are about a post that is there:
//   {"author":"bo","vote":2}, {"author":"bo","edit":2,"text":"..."}, {"author":"bo","delete":2}  ->  {}
// The end of standard input (also when the parent dies) ends the forum and its Redis.

const {spawn, spawnSync} = require('child_process');
const fs = require('fs');
const Module = require('module');
const net = require('net');
const os = require('os');
const path = require('path');
const readline = require('readline');

const BROKEN_PLUGINS = ['nodebb-plugin-emoji-one', 'nodebb-plugin-emoji-extended', 'nodebb-plugin-spam-be-gone'];

const [command, directory] = process.argv.splice(2);
const home = path.resolve(directory);
const app = path.join(home, 'app');
const saved = path.join(home, 'forum.rdb');
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'forum-'));
const socket = path.join(scratch, 'redis.sock');

main().catch(fail);

async function main() {
  await (command === 'prepare' ? prepare() : serve());
}

async function prepare() {
  fs.rmSync(app, {recursive: true, force: true});
  fs.cpSync(path.join(home, 'node_modules/nodebb'), app, {recursive: true});
  fs.symlinkSync('../node_modules', path.join(app, 'node_modules'));
  await startRedis();
  setUp();
  fs.mkdirSync(path.join(app, 'public/uploads/sounds'), {recursive: true});
  redis('zrem', 'plugins:active', ...BROKEN_PLUGINS);
  // Authors need not wait between posts, a busy machine is no 503, and short pages make threads of several.
  redis('hmset', 'config', 'postDelay', '0', 'initialPostDelay', '0', 'newbiePostDelay', '0',
      'eventLoopLagThreshold', '60000', 'usePagination', '1', 'postsPerPage', '5', 'topicsPerPage', '10');
  redis('save');
  fs.copyFileSync(path.join(scratch, 'dump.rdb'), saved + '.part');
  fs.renameSync(saved + '.part', saved); // its presence says that all is prepared
  process.exit(0);
}

function setUp() {
  const answers = {
    url: 'http://127.0.0.1:4567', secret: 'not-a-secret', database: 'redis',
    'redis:host': socket, 'redis:port': '0', 'redis:password': '', 'redis:database': '0',
    'admin:username': 'admin', 'admin:email': 'admin@example.org',
    'admin:password': 'Passw0rd!x', 'admin:password:confirm': 'Passw0rd!x',
  };
  const run = spawnSync(process.execPath, ['app', '--setup=' + JSON.stringify(answers)], {cwd: app, encoding: 'utf8'});
  if (run.status !== 0 || !run.stdout.includes('NodeBB Setup Completed')) {
    throw new Error('The set-up of NodeBB failed:\n' + run.stdout + run.stderr);
  }
}

async function serve() {
  fs.copyFileSync(saved, path.join(scratch, 'dump.rdb'));
  await startRedis();
  const url = 'http://127.0.0.1:' + await freePort();
  process.chdir(app);
  process.argv.push('--url=' + url, '--bind_address=127.0.0.1', '--redis:host=' + socket, '--log-level=error');
  Module.runMain(path.join(app, 'app.js')); // its plugins ask for things of the main module
  require(path.join(app, 'src/webserver.js')).server.once('listening', () => {
    say({url});
    takePosts();
  });
}

function takePosts() {
  let last = Promise.resolve();
  readline.createInterface({input: process.stdin})
      .on('line', line => last = last.then(() => post(JSON.parse(line))).then(say).catch(fail))
      .on('close', () => process.exit(0));
}

async function post(deed) {
  const {author, category, title, topic, text, to} = deed;
  const topics = require(path.join(app, 'src/topics.js'));
  const uid = await userOf(author);
  if (deed.vote || deed.edit || deed.delete) {
    return change(deed, uid);
  }
  if (topic) {
    const reply = await call(topics.reply, {uid, tid: topic, content: text, toPid: to});
    return {topic, post: reply.pid};
  }
  const created = await call(topics.post, {uid, cid: category, title, content: text});
  return {topic: Number(created.topicData.tid), post: created.postData.pid};
}

async function change({vote, edit, text, ...deed}, uid) {
  const posts = require(path.join(app, 'src/posts.js'));
  if (vote) await call((pid, done) => posts.upvote(pid, uid, done), vote);
  if (edit) {
    await call((pid, done) => posts.setPostField(pid, 'content', text, done), edit);
    require(path.join(app, 'src/posts/cache.js')).del(String(edit)); // the text as it was shown before
  }
  if (deed.delete) await call((pid, done) => posts.delete(pid, uid, done), deed.delete);
  return {};
}

async function userOf(name) {
  const user = require(path.join(app, 'src/user.js'));
  return await call(user.getUidByUsername, name) || call(user.create, {username: name});
}

function call(method, argument) {
  return new Promise((done, failed) =>
      method(argument, (error, result) => error ? failed(error) : done(result)));
}

function startRedis() {
  const child = spawn('redis-server',
      ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', scratch], {stdio: 'ignore'});
  child.once('error', fail);
  process.once('exit', () => {
    child.kill('SIGKILL');
    fs.rmSync(scratch, {recursive: true, force: true});
  });
  return answering(socket);
}

async function answering(address) {
  for (;;) {
    const open = await new Promise(done => {
      const probe = net.connect(address, () => { probe.destroy(); done(true); });
      probe.once('error', () => setTimeout(done, 50, false));
    });
    if (open) return;
  }
}

function redis(...words) {
  const run = spawnSync('redis-cli', ['-s', socket, ...words], {encoding: 'utf8'});
  if (run.status !== 0) throw new Error('redis-cli ' + words.join(' ') + ': ' + run.stdout + run.stderr);
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
