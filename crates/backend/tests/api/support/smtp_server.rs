//! A mail server that implements the part of RFC 5321 that the client needs.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Semaphore,
};

/// The behaviour of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Behaviour {
    /// Accepts all messages.
    Takes,
    /// Accepts all messages and non-ASCII addresses.
    TakesInternationalised,
    /// Refuses recipients whose address contains this text, and repeats the address.
    RefusesRecipients(&'static str),
    /// Accepts all messages, but answers only after [`SmtpServer::release`].
    Holds,
    /// Accepts connections and never answers.
    Silent,
}

/// The data that one client has sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Handed {
    /// All commands in order.
    pub(crate) commands: Vec<String>,
    /// The message, if it was sent.
    pub(crate) data: Option<Vec<u8>>,
    /// `true` if the client disconnected before the answer to the message.
    pub(crate) abandoned: bool,
}

/// A running mail server. It ends with the test.
pub(crate) struct SmtpServer {
    pub(crate) address: std::net::SocketAddr,
    handed: Arc<Mutex<Vec<Handed>>>,
    answers: Arc<Semaphore>,
}

impl SmtpServer {
    pub(crate) async fn start(behaviour: Behaviour) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let handed = Arc::new(Mutex::new(Vec::new()));
        let all = handed.clone();
        let answers = Arc::new(Semaphore::new(0));
        let allowed = answers.clone();
        tokio::spawn(async move {
            while let Ok((connection, _)) = listener.accept().await {
                tokio::spawn(talk(connection, behaviour, all.clone(), allowed.clone()));
            }
        });
        Self { address, handed, answers }
    }

    pub(crate) fn url(&self) -> String {
        format!("smtp://{}", self.address)
    }

    /// Answers all held messages.
    pub(crate) fn release(&self) {
        self.answers.add_permits(1000);
    }

    /// Waits until this number of complete messages has arrived.
    pub(crate) async fn has_got(&self, messages: usize) {
        let got = async {
            while self.handed().iter().filter(|one| one.data.is_some()).count() < messages {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        tokio::time::timeout(Duration::from_secs(20), got).await.expect("they come");
    }

    /// Returns one entry per connection on which a command was sent.
    pub(crate) fn handed(&self) -> Vec<Handed> {
        self.handed.lock().unwrap().clone()
    }
}

async fn talk(
    connection: TcpStream,
    behaviour: Behaviour,
    all: Arc<Mutex<Vec<Handed>>>,
    answers: Arc<Semaphore>,
) {
    let (read, mut write) = connection.into_split();
    let mut lines = BufReader::new(read).split(b'\n');
    if behaviour == Behaviour::Silent {
        // Waits until the client gives up.
        let _ = lines.next_segment().await;
        return;
    }
    let index = {
        let mut all = all.lock().unwrap();
        all.push(Handed::default());
        all.len() - 1
    };
    write.write_all(b"220 test.example ESMTP\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_segment().await {
        let line = String::from_utf8(line).unwrap().trim_end().to_owned();
        all.lock().unwrap()[index].commands.push(line.clone());
        let answer = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => extensions(behaviour),
            "AUTH" => "235 welcome".to_owned(),
            "RCPT" => match behaviour {
                Behaviour::RefusesRecipients(part) if line.contains(part) => {
                    format!("550 no user is called {line}")
                }
                _ => "250 OK".to_owned(),
            },
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.unwrap();
                let mut data = Vec::new();
                while let Ok(Some(line)) = lines.next_segment().await {
                    if line == b".\r" {
                        break;
                    }
                    data.extend(line.strip_prefix(b".").unwrap_or(&line));
                    data.push(b'\n');
                }
                all.lock().unwrap()[index].data = Some(data);
                if behaviour == Behaviour::Holds {
                    tokio::select! {
                        answer = answers.acquire() => drop(answer.unwrap()),
                        _ = lines.next_segment() => {
                            all.lock().unwrap()[index].abandoned = true;
                            return;
                        }
                    }
                }
                "250 taken".to_owned()
            }
            _ => "250 OK".to_owned(),
        };
        if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}

fn extensions(behaviour: Behaviour) -> String {
    let mut lines = vec!["250-test.example", "250-8BITMIME", "250-AUTH PLAIN"];
    if behaviour == Behaviour::TakesInternationalised {
        lines.push("250-SMTPUTF8");
    }
    lines.push("250 ENHANCEDSTATUSCODES");
    lines.join("\r\n")
}
