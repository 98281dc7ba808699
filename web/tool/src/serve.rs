//! `serve`: the built page on this machine, with the headers that a host should send.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::UNIX_EPOCH;

use tiny_http::{Header, Method, Request, Response, Server};

use crate::sizes::pack;
use crate::{Failure, headers, say, site};

/// How many ports to try after the one asked for.
const MORE_PORTS: u16 = 50;

/// Serves `dir` until it is stopped. Prints its address when it can be opened.
pub(crate) fn run(dir: &Path, port: u16) -> Result<(), Failure> {
    if !dir.join("index.html").is_file() {
        return Err(format!("{}: no index.html there; web/build makes it", dir.display()).into());
    }
    let server = listen(port)?;
    say(&format!("http://{}/", server.server_addr()));
    for request in server.incoming_requests() {
        // A browser that went away is no reason to stop.
        let _ = answer(dir, request);
    }
    Ok(())
}

/// Listens on `port`, or where that is taken on the next that is free; 0 is any. Only this machine
/// can reach it.
fn listen(port: u16) -> Result<Server, Failure> {
    let mut last = None;
    for port in port..=port.saturating_add(if port == 0 { 0 } else { MORE_PORTS }) {
        match Server::http(("127.0.0.1", port)) {
            Ok(server) => return Ok(server),
            Err(error) => last = Some(error),
        }
    }
    Err(last.map_or("no port".into(), |error| -> Failure { error }))
}

fn answer(dir: &Path, request: Request) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return refuse(request, 405);
    }
    let Some(path) = site::file(dir, request.url()) else {
        return refuse(request, 404);
    };
    let Ok(file) = File::open(&path) else {
        return refuse(request, 404);
    };
    let tag = tag(&file)?;
    if asked_for(&request, "If-None-Match").is_some_and(|known| known.contains(&tag)) {
        let mut response = Response::empty(304);
        add(&mut response, "ETag", &tag);
        return send(request, response);
    }
    let takes_brotli = asked_for(&request, "Accept-Encoding").is_some_and(|all| all.contains("br"));
    let content = if takes_brotli {
        packed(&path, &tag)?
    } else {
        fs::read(&path)?
    };
    let mut response = Response::from_data(content);
    if takes_brotli {
        add(&mut response, "Content-Encoding", "br");
    }
    add(&mut response, "Content-Type", site::media_type(&path));
    add(&mut response, "ETag", &tag);
    send(request, response)
}

/// A file's content as a host packs it. Each is packed once, as long as it stays the same.
fn packed(path: &Path, tag: &str) -> std::io::Result<Vec<u8>> {
    static PACKED: Mutex<BTreeMap<(PathBuf, String), Vec<u8>>> = Mutex::new(BTreeMap::new());
    let mut known = PACKED.lock().unwrap_or_else(PoisonError::into_inner);
    let key = (path.to_owned(), tag.to_owned());
    if let Some(packed) = known.get(&key) {
        return Ok(packed.clone());
    }
    let packed = pack(&fs::read(path)?, QUICK)?;
    known.insert(key, packed.clone());
    Ok(packed)
}

/// Packs nearly as well as the best that brotli can, in a tenth of its time.
const QUICK: i32 = 9;

/// Changes when the file does: what a browser has kept is not sent again.
fn tag(file: &File) -> std::io::Result<String> {
    let about = file.metadata()?;
    let changed = about.modified()?.duration_since(UNIX_EPOCH);
    let changed = changed.unwrap_or_default().as_nanos();
    Ok(format!("\"{changed:x}-{:x}\"", about.len()))
}

fn asked_for<'a>(request: &'a Request, name: &'static str) -> Option<&'a str> {
    let found = |header: &&Header| header.field.equiv(name);
    let header = request.headers().iter().find(found)?;
    Some(header.value.as_str())
}

fn refuse(request: Request, status: u16) -> std::io::Result<()> {
    let text = if status == 404 {
        "not found\n"
    } else {
        "only GET and HEAD\n"
    };
    send(
        request,
        Response::from_string(text).with_status_code(status),
    )
}

fn send<R: std::io::Read>(request: Request, mut response: Response<R>) -> std::io::Result<()> {
    for (name, value) in headers::for_every_file() {
        add(&mut response, name, value);
    }
    // Whole, with its length: browsers and tests see how large it is.
    request.respond(response.with_chunked_threshold(usize::MAX))
}

fn add<R: std::io::Read>(response: &mut Response<R>, name: &str, value: &str) {
    if let Ok(header) = Header::from_bytes(name, value) {
        response.add_header(header);
    }
}
