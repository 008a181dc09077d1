/** The page of both bare peers: sends so many bytes as fast as the wire takes them, or counts what comes. */
export const barePage = `<!doctype html>
<meta charset="utf-8" />
<title>Bare wire</title>
<link rel="icon" href="data:," />
<script type="module">
  const highBytes = 4 * 1024 * 1024;
  const piece = crypto.getRandomValues(new Uint8Array(65536));
  const socket = new WebSocket('ws://' + location.host + '/wire');
  socket.binaryType = 'arraybuffer';
  let got = 0;
  let whole = null;
  const count = ({ data }) => {
    got += data.byteLength;
    if (whole && got >= whole.bytes) whole.done();
  };
  window.benchWhole = (bytes) => new Promise((done) => {
    got = 0;
    whole = { bytes, done };
  });

  const peer = new RTCPeerConnection();
  const channel = peer.createDataChannel('bare', { negotiated: true, id: 1 });
  channel.binaryType = 'arraybuffer';
  channel.bufferedAmountLowThreshold = highBytes / 4;
  channel.addEventListener('message', count);
  const opened = new Promise((resolve) => channel.addEventListener('open', resolve, { once: true }));
  const described = async () => {
    const gathered = new Promise((resolve) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && resolve();
    });
    await peer.setLocalDescription();
    await gathered;
    socket.send(JSON.stringify(peer.localDescription));
  };
  socket.addEventListener('message', async ({ data }) => {
    if (typeof data !== 'string') return count({ data });
    const description = JSON.parse(data);
    await peer.setRemoteDescription(description);
    if (description.type === 'offer') await described();
  });
  window.benchOffer = () => described().then(() => opened).then(() => true);

  const wait = {
    channel: () => new Promise((resolve) => channel.addEventListener('bufferedamountlow', resolve, { once: true })),
    socket: () => new Promise((resolve) => setTimeout(resolve, 1)),
  };
  window.benchSend = async (kind, bytes) => {
    const wire = kind === 'channel' ? channel : socket;
    for (let left = bytes; left > 0; left -= piece.length) {
      while (wire.bufferedAmount > highBytes) await wait[kind]();
      wire.send(left < piece.length ? piece.subarray(0, left) : piece);
    }
  };
  socket.addEventListener('open', () => (window.benchReady = true));
</script>`;
