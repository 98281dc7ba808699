//! Reads inputs, and writes outputs atomically.

use std::fs::{self, File, OpenOptions};
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use taskdef_core::{LONGEST_TEXT, Lang, escape};

use crate::reported::ReportedError;
use crate::status::Status;
use crate::text::text;

/// Why an input or output failed.
#[derive(Debug)]
pub(crate) enum FileError {
    /// It can't be read.
    Read { path: PathBuf, error: io::Error },
    /// It can't be written.
    Write { path: PathBuf, error: io::Error },
    /// Other texts are there already.
    #[cfg(feature = "generate")]
    Taken { paths: Vec<PathBuf> },
    /// stdout can't be written.
    Stdout { error: io::Error },
    /// stdout is closed.
    PipeClosed,
    /// No file was named, and stdin is a terminal.
    NothingToRead,
}

impl FileError {
    pub(crate) fn read(path: &Path, error: io::Error) -> Self {
        FileError::Read {
            path: path.to_owned(),
            error,
        }
    }

    fn write(path: &Path, error: io::Error) -> Self {
        // The error of a temporary file names that file, which says nothing to a person.
        let error = match error.raw_os_error() {
            Some(_) => error,
            None => io::Error::from(error.kind()),
        };
        FileError::Write {
            path: path.to_owned(),
            error,
        }
    }

    /// The exit status for it.
    pub(crate) fn status(&self) -> Status {
        match self {
            FileError::NothingToRead => Status::Usage,
            _ => Status::File,
        }
    }

    /// What failed, and what to do about it.
    pub(crate) fn report(&self, lang: Lang) -> ReportedError {
        let error = ReportedError::new(self.status(), self.message(lang));
        match self {
            FileError::Read { path, .. } | FileError::Write { path, .. } => {
                error.of_file(path.to_string_lossy())
            }
            #[cfg(feature = "generate")]
            FileError::Taken { .. } => error,
            FileError::Stdout { .. } | FileError::PipeClosed | FileError::NothingToRead => error,
        }
    }

    fn message(&self, lang: Lang) -> String {
        let shown = |path: &Path| escape(&path.to_string_lossy()).into_owned();
        match self {
            FileError::Read { path, error } => {
                let path = shown(path);
                text!(
                    lang,
                    "can't read {path}: {error}",
                    "{path} を読み込めません: {error}"
                )
            }
            FileError::Write { path, error } => {
                let path = shown(path);
                text!(
                    lang,
                    "can't write {path}: {error}",
                    "{path} に書き込めません: {error}"
                )
            }
            #[cfg(feature = "generate")]
            FileError::Taken { paths } => {
                let paths: Vec<String> = paths.iter().map(|path| shown(path)).collect();
                let paths = paths.join(", ");
                text!(
                    lang,
                    "other texts are there already: {paths}; nothing is written. --force replaces them",
                    "別の内容のファイルがすでにあります: {paths}。何も書き込んでいません。--force を付けると置き換えます"
                )
            }
            FileError::Stdout { error } => text!(
                lang,
                "can't write stdout: {error}",
                "stdout に書き込めません: {error}"
            ),
            FileError::PipeClosed => text!(lang, "stdout is closed", "stdout が閉じられています"),
            FileError::NothingToRead => text!(
                lang,
                "no FILE is given and stdin is a terminal; name a file, or paste into `taskdef \
                 convert -` and end with Ctrl-D",
                "FILE が指定されておらず、stdin は端末です。ファイルを指定するか、`taskdef convert -` に\
                 貼り付けて Ctrl-D で終えてください"
            ),
        }
    }
}

/// Where an input comes from.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    Stdin,
    File(PathBuf),
}

impl Source {
    /// `-` and nothing mean stdin, which must not be a terminal that waits unnoticed.
    pub(crate) fn from_arg(file: Option<&Path>) -> Result<Self, FileError> {
        match file {
            Some(path) if path == Path::new("-") => Ok(Source::Stdin),
            Some(path) => Ok(Source::File(path.to_owned())),
            None if io::stdin().is_terminal() => Err(FileError::NothingToRead),
            None => Ok(Source::Stdin),
        }
    }

    /// How messages call it.
    pub(crate) fn name(&self) -> String {
        match self {
            Source::Stdin => "stdin".to_owned(),
            Source::File(path) => path.to_string_lossy().into_owned(),
        }
    }

    /// Its bytes: all of them, or if there are more than a document may have, so many that the core
    /// refuses them.
    pub(crate) fn read(&self) -> Result<Vec<u8>, FileError> {
        let mut bytes = Vec::new();
        let most = LONGEST_TEXT as u64 + 1;
        let read = self.open()?.take(most).read_to_end(&mut bytes);
        read.map(|_| bytes)
            .map_err(|error| FileError::read(Path::new(&self.name()), error))
    }

    /// To be read piece by piece.
    pub(crate) fn open(&self) -> Result<Box<dyn Read>, FileError> {
        match self {
            Source::Stdin => Ok(Box::new(io::stdin().lock())),
            Source::File(path) => File::open(path)
                .map(|file| Box::new(file) as Box<dyn Read>)
                .map_err(|error| FileError::read(path, error)),
        }
    }
}

/// Writes to stdout.
pub(crate) fn to_stdout(text: &str) -> Result<(), FileError> {
    let mut stdout = io::stdout().lock();
    stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
        .map_err(stdout_error)
}

/// Maps a failed write to stdout.
pub(crate) fn stdout_error(error: io::Error) -> FileError {
    if error.kind() == io::ErrorKind::BrokenPipe {
        FileError::PipeClosed
    } else {
        FileError::Stdout { error }
    }
}

/// The file of `-o`; `-` is stdout, as nothing is.
pub(crate) fn output(arg: Option<&Path>) -> Option<&Path> {
    arg.filter(|path| *path != Path::new("-"))
}

/// Writes a file atomically: an existing one is intact after any failure. The target of a symlink
/// is replaced, not the symlink; a pipe or device is written to.
///
/// An existing file must be one that this user may write to, and it keeps its mode, owner and group:
/// where they can't be kept, it is not replaced. Its other hard links keep what they had.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), FileError> {
    let bytes = bytes.as_ref();
    // The links of `/dev/stdout` end at no path if it is a pipe, so that only `path` opens it.
    let result = match fs::metadata(path) {
        Ok(meta) if !meta.is_file() && !meta.is_dir() => OpenOptions::new()
            .write(true)
            .open(path)
            .and_then(|mut device| device.write_all(bytes)),
        // Replacing takes no permission to write to the file itself, so that this asks for it.
        Ok(meta) => OpenOptions::new()
            .write(true)
            .open(path)
            .and_then(|_| replace(&follow(path), bytes, Some(&meta))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            replace(&follow(path), bytes, None)
        }
        Err(error) => Err(error),
    };
    result.map_err(|error| FileError::write(path, error))
}

/// Makes a folder, with those above it, if it is not there.
#[cfg(feature = "generate")]
pub(crate) fn make_folder(path: &Path) -> Result<(), FileError> {
    fs::create_dir_all(path).map_err(|error| FileError::write(path, error))
}

/// The path that a chain of symlinks ends at, whether it exists or not.
fn follow(path: &Path) -> PathBuf {
    const LONGEST_CHAIN: usize = 40;
    let mut target = path.to_owned();
    for _ in 0..LONGEST_CHAIN {
        let Ok(link) = fs::read_link(&target) else {
            break;
        };
        target = target.parent().unwrap_or(Path::new("")).join(link);
    }
    target
}

fn replace(target: &Path, bytes: &[u8], old: Option<&fs::Metadata>) -> io::Result<()> {
    survive_size_limit()?;
    let folder = match target.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".taskdef-").suffix(".tmp");
    let mut file = match old {
        Some(old) => {
            let file = builder.tempfile_in(folder)?;
            keep_owner(file.as_file(), old)?;
            file.as_file().set_permissions(old.permissions())?;
            file
        }
        None => new_file(&mut builder, folder)?,
    };
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}

/// Makes writing over the size limit of files an error: its signal would end the process and leave
/// the temporary file.
#[cfg(unix)]
fn survive_size_limit() -> io::Result<()> {
    use signal_hook::{consts::SIGXFSZ, flag};
    flag::register(SIGXFSZ, std::sync::Arc::default()).map(|_| ())
}

#[cfg(not(unix))]
fn survive_size_limit() -> io::Result<()> {
    Ok(())
}

/// Gives a file the owner and the group of another.
#[cfg(unix)]
fn keep_owner(file: &File, old: &fs::Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let new = file.metadata()?;
    let changed = |new: u32, old: u32| (new != old).then_some(old);
    fchown(
        file,
        changed(new.uid(), old.uid()),
        changed(new.gid(), old.gid()),
    )
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &fs::Metadata) -> io::Result<()> {
    Ok(())
}

/// A temporary file with the permissions that a new file has here, not those of a secret one.
#[cfg(unix)]
fn new_file(builder: &mut tempfile::Builder, folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    // The process's umask still applies.
    builder
        .permissions(fs::Permissions::from_mode(0o666))
        .tempfile_in(folder)
}

#[cfg(not(unix))]
fn new_file(builder: &mut tempfile::Builder, folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    builder.tempfile_in(folder)
}
