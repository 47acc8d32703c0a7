// Sealing and locking with WebCrypto. What is sealed to the public key of the server cannot be opened again on this device;
// what is locked opens with a key that only the server keeps. The other side of the seal: leefgebieden/store/zegel.py.

const utf8 = new TextEncoder();
const PURPOSE = utf8.encode('leefgebieden verzegeld 1');

export function toBase64(bytes) {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export const fromBase64 = text => Uint8Array.from(atob(text), sign => sign.charCodeAt(0));

export async function computeSha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('');
}

function join(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

// What a seal is bound to: in another place it does not open.
const placeOf = item =>
  ['verzegeld', item.uuid, item.auteur, item.sleutel_id, item.casus_id || '-', item.gemaakt_op].join('|');

export async function seal(publicKey, item, content) {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const server = fromBase64(publicKey);
  const theirs = await crypto.subtle.importKey('raw', server, curve, false, []);
  const ours = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', ours.publicKey));
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, ours.privateKey, 256);
  const base = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: join(point, server), info: PURPOSE };
  const key = await crypto.subtle.deriveKey(derivation, base, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8.encode(placeOf(item)) };
  const closed = await crypto.subtle.encrypt(algorithm, key, utf8.encode(JSON.stringify(content)));
  return join(Uint8Array.of(1), point, iv, new Uint8Array(closed));
}

export const readKey = text =>
  crypto.subtle.importKey('raw', fromBase64(text), 'AES-GCM', false, ['encrypt', 'decrypt']);

export async function lock(key, place, content) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const algorithm = { name: 'AES-GCM', iv, additionalData: utf8.encode(place) };
  const closed = await crypto.subtle.encrypt(algorithm, key, utf8.encode(JSON.stringify(content)));
  return join(iv, new Uint8Array(closed));
}

export async function unlock(key, place, bytes) {
  const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, 12), additionalData: utf8.encode(place) };
  const open = await crypto.subtle.decrypt(algorithm, key, bytes.slice(12));
  return JSON.parse(new TextDecoder().decode(open));
}
