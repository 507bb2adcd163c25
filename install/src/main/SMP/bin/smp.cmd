@echo off
rem smp: starts the server and whatever else is done with an installation of SMP; "smp --help" lists it.
rem SMP_HOME   the folder with conf\, data\ and logs\; unless set, the one in which this installation lies
rem JAVA_HOME  a Java 17 or newer; unless set, the one on the PATH
setlocal
if not defined SMP_PLACE set "SMP_PLACE=%~dp0.."
if not "%~1"=="upgrade" goto go
if defined SMP_COPY goto go
rem an upgrade replaces the files in this folder, which Windows forbids while a program has them open: a copy does it
set "SMP_COPY=%TEMP%\smp-upgrade-%RANDOM%%RANDOM%"
xcopy "%~dp0..\bin" "%SMP_COPY%\bin" /E /I /Q /Y >nul
if errorlevel 1 exit /b 1
xcopy "%~dp0..\tool" "%SMP_COPY%\tool" /E /I /Q /Y >nul
if errorlevel 1 exit /b 1
rem on one line with the end: when the call returns, this file may be another one
call "%SMP_COPY%\bin\smp.cmd" %* & exit /b
:go
call "%~dp0java.cmd"
if errorlevel 1 exit /b 1
"%JAVA%" -Xmx128m -XX:TieredStopAtLevel=1 -Xshare:auto -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Djava.awt.headless=true "-Dsmp.installation=%SMP_PLACE%" -cp "%~dp0..\tool\smp-config-tool.jar" org.medexam.smp.tool.command.Smp %*
exit /b %errorlevel%
